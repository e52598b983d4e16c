import { CACHING } from '../../backend/services/pharmacy-service/src/photos';
import { deliveryQuery, publicPhotoParams, slugParams } from '../../backend/services/pharmacy-service/src/publicSchema';
import { deliveryTo, publicOf } from '../../backend/services/pharmacy-service/src/publicView';
import { paramsOf, queryOf } from '../kit';
import type { Desk } from './desk';
import { photoAnswer } from './photo-answer';
import { viewOf } from './store';

/** What everybody may read of published locations. */
export function publicHandlers({ http, guarded, store }: Desk) {
  return [
    http.get('/api/pharmacies/public/{slug}', guarded(({ params, response }) => {
      const found = store.published(paramsOf(params, slugParams).slug);
      return response(200).json(publicOf(viewOf(found), new Date()));
    })),
    http.get('/api/pharmacies/public/{slug}/delivery', guarded(({ request, params, response }) => {
      const { postcode } = queryOf(request, deliveryQuery);
      const found = store.published(paramsOf(params, slugParams).slug);
      return response(200).json(deliveryTo(viewOf(found), postcode));
    })),
    http.get('/api/pharmacies/public/{slug}/photos/{photoId}', guarded(async ({ request, params, response }) => {
      const { slug, photoId } = paramsOf(params, publicPhotoParams);
      const { photos } = store.published(slug);
      return response.untyped(await photoAnswer(request, { photos, photoId, caching: CACHING.everybody }));
    })),
  ];
}
