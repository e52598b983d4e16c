import { notFound } from '@officina/shared/problems/problem';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { etag } from 'hono/etag';

import type { PharmacyKit } from '../kit';
import { momentIn } from '../opening/clock';
import { opennessAt } from '../opening/openness';
import { photoAnswer } from '../photos';
import { delivery, publicLocation } from '../publicSchema';
import type { Delivery, PublicLocation } from '../publicSchema';
import { comparable } from '../schema';
import type { Location } from '../schema';
import { findPublished } from '../store/locations';
import { photoContent } from '../store/photos';

const slugParams = z.object({ slug: z.string() });

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
  request: { params: slugParams.extend({ photoId: z.uuid() }) },
  responses: { 200: photoAnswer },
});

const readDelivery = createRoute({
  method: 'get',
  path: '/api/pharmacies/public/{slug}/delivery',
  summary: 'Whether a published location delivers to a postcode, for everybody',
  request: {
    params: slugParams,
    query: z.object({ postcode: z.string().trim().min(1).max(12) }),
  },
  responses: { 200: jsonAnswer(delivery, 'Whether, and for how much') },
});

function publicOf(found: Location): PublicLocation {
  const { slug, name, description, street, postcode, city, country, phone } = found;
  const now = opennessAt(found, momentIn(country, new Date()));
  return {
    ...{ slug, name, description, street, postcode, city, country, phone, now },
    openingHours: found.openingHours,
    holidays: found.holidays.filter(({ date }) => date >= now.today),
    deliveryZones: found.deliveryZones,
    photos: found.photos,
    verified: found.verification.state === 'verified',
  };
}

function deliveryTo({ deliveryZones }: Location, postcode: string): Delivery {
  const wanted = comparable(postcode);
  const zone = deliveryZones.find((each) => comparable(each.postcode) === wanted);
  if (!zone) return { delivers: false, fee: null, minimumOrder: null, minutes: null };
  const { fee, minimumOrder, minutes } = zone;
  return { delivers: true, fee, minimumOrder, minutes };
}

async function published({ db }: PharmacyKit, slug: string): Promise<Location> {
  const found = await findPublished(db, slug);
  if (!found) throw notFound('pharmacy');
  return found;
}

/** What everybody may read of published locations. */
export function addPublicPage(api: Api, kit: PharmacyKit): void {
  api.openapi(read, async (c) => {
    return c.json(publicOf(await published(kit, c.req.valid('param').slug)), 200);
  });
  api.openapi(readPhoto, async (c) => {
    const { slug, photoId } = c.req.valid('param');
    const { id: locationId } = await published(kit, slug);
    const found = await photoContent(kit.db, { locationId, id: photoId });
    if (!found) throw notFound('photo');
    return c.body(new Uint8Array(found.content), 200, {
      'content-type': found.type,
      'cache-control': 'public, max-age=3600',
    });
  });
  api.openapi(readDelivery, async (c) => {
    const found = await published(kit, c.req.valid('param').slug);
    return c.json(deliveryTo(found, c.req.valid('query').postcode), 200);
  });
}
