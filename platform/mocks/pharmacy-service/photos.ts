import { randomUUID } from 'node:crypto';
import { idParams } from '@officina/shared/service/api';
import { readUpload } from '@officina/shared/uploads/upload';
import {
  CACHING,
  checkPhoto,
  movedTo,
  nextPosition,
  photoForm,
  photoParams,
  PHOTOS,
} from '../../backend/services/pharmacy-service/src/photos';
import { photoChange } from '../../backend/services/pharmacy-service/src/schema';
import { bodyOf, formOf, paramsOf } from '../kit';
import { changeLocation, type Desk } from './desk';
import { photoAnswer } from './photo-answer';
import type { StoredPhoto } from './store';

const inOrder = (photos: readonly StoredPhoto[], ids: readonly string[]) =>
  photos.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));

function changing(desk: Desk) {
  const { http, guarded, callers } = desk;
  return [
    http.patch('/api/pharmacies/{id}/photos/{photoId}', guarded(async ({ request, params, response }) => {
      const by = await callers.withRight(request, 'users');
      const { id, photoId } = paramsOf(params, photoParams);
      const { caption, position } = await bodyOf(request, photoChange);
      const after = await changeLocation(desk, { id, by }, (before, photos) => {
        checkPhoto(before, photoId);
        const named = photos.map((each) => (each.id === photoId && caption !== undefined ? { ...each, caption } : each));
        if (position === undefined) return { photos: named };
        return { photos: inOrder(named, movedTo(before.photos, photoId, position)) };
      });
      return response(200).json(after);
    })),
    http.delete('/api/pharmacies/{id}/photos/{photoId}', guarded(async ({ request, params, response }) => {
      const by = await callers.withRight(request, 'users');
      const { id, photoId } = paramsOf(params, photoParams);
      await changeLocation(desk, { id, by }, (before, photos) => {
        checkPhoto(before, photoId);
        return { photos: photos.filter((each) => each.id !== photoId) };
      });
      return response(204).empty();
    })),
  ];
}

/** The photos of a location, for its account. */
export function photoHandlers(desk: Desk) {
  const { http, guarded, callers, store } = desk;
  return [
    http.post('/api/pharmacies/{id}/photos', guarded(async ({ request, params, response }) => {
      const by = await callers.withRight(request, 'users');
      const { id: locationId } = paramsOf(params, idParams);
      const { file, caption } = await formOf(request, photoForm);
      const { type, content } = await readUpload(file, PHOTOS);
      const photo = { id: randomUUID(), caption, type };
      await changeLocation(desk, { id: locationId, by }, (before, photos) => {
        const place = nextPosition(before);
        return { photos: photos.toSpliced(place, 0, { ...photo, content: new Uint8Array(content) }) };
      });
      return response(201).json(photo);
    })),
    ...changing(desk),
    http.get('/api/pharmacies/{id}/photos/{photoId}', guarded(async ({ request, params, response }) => {
      const { accountId } = await callers.user(request);
      const { id, photoId } = paramsOf(params, photoParams);
      const { photos } = store.location({ id, accountId });
      return response.untyped(await photoAnswer(request, { photos, photoId, caching: CACHING.account }));
    })),
  ];
}
