import { notFound } from '@officina/shared/problems/problem';
import { createRoute, jsonAnswer } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { etag } from 'hono/etag';

import type { PharmacyKit } from '../kit';
import { CACHING, photoAnswer } from '../photos';
import {
  delivery,
  deliveryQuery,
  publicLocation,
  publicPhotoParams,
  slugParams,
} from '../publicSchema';
import { deliveryTo, publicOf } from '../publicView';
import type { Location } from '../schema';
import { findPublished } from '../store/locations';
import { photoContent } from '../store/photos';

const read = createRoute({
  method: 'get',
  path: '/api/pharmacies/public/{slug}',
  summary: 'A published location, for everybody',
  request: { params: slugParams },
  responses: { 200: jsonAnswer(publicLocation, 'What everybody may know of it') },
});

const readPhoto = createRoute({
  method: 'get',
  path: '/api/pharmacies/public/{slug}/photos/{photoId}',
  summary: 'A photo of a published location, for everybody',
  middleware: etag(),
  request: { params: publicPhotoParams },
  responses: { 200: photoAnswer },
});

const readDelivery = createRoute({
  method: 'get',
  path: '/api/pharmacies/public/{slug}/delivery',
  summary: 'Whether a published location delivers to a postcode, for everybody',
  request: { params: slugParams, query: deliveryQuery },
  responses: { 200: jsonAnswer(delivery, 'Whether, and for how much') },
});

async function published({ db }: PharmacyKit, slug: string): Promise<Location> {
  const found = await findPublished(db, slug);
  if (!found) throw notFound('pharmacy');
  return found;
}

/** What everybody may read of published locations. */
export function addPublicPage(api: Api, kit: PharmacyKit): void {
  api.openapi(read, async (c) => {
    return c.json(publicOf(await published(kit, c.req.valid('param').slug), new Date()), 200);
  });
  api.openapi(readPhoto, async (c) => {
    const { slug, photoId } = c.req.valid('param');
    const { id: locationId } = await published(kit, slug);
    const found = await photoContent(kit.db, { locationId, id: photoId });
    if (!found) throw notFound('photo');
    return c.body(new Uint8Array(found.content), 200, {
      'content-type': found.type,
      'cache-control': CACHING.everybody,
    });
  });
  api.openapi(readDelivery, async (c) => {
    const found = await published(kit, c.req.valid('param').slug);
    return c.json(deliveryTo(found, c.req.valid('query').postcode), 200);
  });
}
