import { notFound } from '@officina/shared/problems/problem';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { StoredPhoto } from './store';

/** Which photo is asked for, and who may keep the answer. */
export interface PhotoAsked {
  readonly photos: readonly StoredPhoto[];
  readonly photoId: string;
  readonly caching: string;
}

/**
 * The content of a photo; nothing but its tag for those who have it already.
 *
 * @throws Problem 404 when it is none of the photos.
 */
export async function photoAnswer(request: Request, { photos, photoId, caching }: PhotoAsked): Promise<Response> {
  const found = photos.find(({ id }) => id === photoId);
  if (!found) throw notFound('photo');
  const headers = { 'content-type': found.type, 'cache-control': caching };
  const tagged = new Hono().use(etag()).all('*', () => new Response(found.content, { headers }));
  return tagged.fetch(request);
}
