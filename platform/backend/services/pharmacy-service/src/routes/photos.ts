import { randomUUID } from 'node:crypto';

import { identity, requireRight, requireUser } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { readUpload } from '@officina/shared/uploads/upload';
import { etag } from 'hono/etag';

import { changeLocation } from '../changing';
import type { PharmacyKit } from '../kit';
import {
  CACHING,
  checkPhoto,
  movedTo,
  nextPosition,
  photoAnswer,
  photoForm,
  photoParams,
  PHOTOS,
} from '../photos';
import { location, photo, photoChange } from '../schema';
import { findLocation } from '../store/locations';
import { captionPhoto, deletePhoto, insertPhoto, orderPhotos, photoContent } from '../store/photos';

const upload = createRoute({
  method: 'post',
  path: '/api/pharmacies/{id}/photos',
  summary: 'Add a photo: PNG, JPEG or WebP, up to 2 MB, at most 8',
  middleware: requireRight('users'),
  request: {
    params: idParams,
    body: { required: true, content: { 'multipart/form-data': { schema: photoForm } } },
  },
  responses: { 201: jsonAnswer(photo, 'The photo, after the others') },
});

const change = createRoute({
  method: 'patch',
  path: '/api/pharmacies/{id}/photos/{photoId}',
  summary: 'Change the caption of a photo, or its place',
  middleware: requireRight('users'),
  request: { params: photoParams, body: jsonBody(photoChange) },
  responses: { 200: jsonAnswer(location, 'The location, its photos in their order') },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/pharmacies/{id}/photos/{photoId}',
  summary: 'Delete a photo',
  middleware: requireRight('users'),
  request: { params: photoParams },
  responses: { 204: { description: 'Deleted' } },
});

const read = createRoute({
  method: 'get',
  path: '/api/pharmacies/{id}/photos/{photoId}',
  summary: 'The content of a photo',
  middleware: [requireUser, etag()],
  request: { params: photoParams },
  responses: { 200: photoAnswer },
});

function addChanges(api: Api, kit: PharmacyKit): void {
  api.openapi(change, async (c) => {
    const { id, photoId } = c.req.valid('param');
    const { caption, position } = c.req.valid('json');
    const after = await changeLocation(kit, { id, by: identity(c) }, async (before, trx) => {
      checkPhoto(before, photoId);
      if (caption !== undefined) await captionPhoto(trx, { locationId: id, id: photoId }, caption);
      if (position !== undefined) await orderPhotos(trx, movedTo(before.photos, photoId, position));
      return {};
    });
    return c.json(after, 200);
  });
  api.openapi(remove, async (c) => {
    const { id, photoId } = c.req.valid('param');
    await changeLocation(kit, { id, by: identity(c) }, async (before, trx) => {
      checkPhoto(before, photoId);
      await deletePhoto(trx, { locationId: id, id: photoId });
      await orderPhotos(trx, movedTo(before.photos, photoId, 0).slice(1));
      return {};
    });
    return c.body(null, 204);
  });
}

/** The photos of a location, for its account. */
export function addPhotos(api: Api, kit: PharmacyKit): void {
  api.openapi(upload, async (c) => {
    const locationId = c.req.valid('param').id;
    const form = c.req.valid('form');
    const { type, content } = await readUpload(form.file, PHOTOS);
    const { caption } = form;
    const id = randomUUID();
    await changeLocation(kit, { id: locationId, by: identity(c) }, async (before, trx) => {
      const position = nextPosition(before);
      await insertPhoto(trx, { locationId, id }, { type, content, caption, position });
      return {};
    });
    return c.json({ id, caption, type }, 201);
  });
  addChanges(api, kit);
  api.openapi(read, async (c) => {
    const { id, photoId } = c.req.valid('param');
    const found = await findLocation(kit.db, { id, accountId: identity(c).accountId });
    const content = found && (await photoContent(kit.db, { locationId: id, id: photoId }));
    if (!content) throw notFound(found ? 'photo' : 'location');
    return c.body(new Uint8Array(content.content), 200, {
      'content-type': content.type,
      'cache-control': CACHING.account,
    });
  });
}
