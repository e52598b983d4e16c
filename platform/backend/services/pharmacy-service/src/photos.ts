import { notFound, Problem } from '@officina/shared/problems/problem';
import { idParams, z } from '@officina/shared/service/api';
import { fileField } from '@officina/shared/uploads/upload';

import { photo } from './schema';
import type { Location } from './schema';

/** Which files photos are. */
export const PHOTOS = {
  types: ['image/png', 'image/jpeg', 'image/webp'],
  most: 2,
  otherType: { status: 415, code: 'unsupported-type' },
} as const;

const MOST_PHOTOS = 8;

/** The header by which readers keep a photo: those of its account, and everybody. */
export const CACHING = { account: 'private, no-cache', everybody: 'public, max-age=3600' } as const;

/** Path parameters of a photo. */
export const photoParams = idParams.extend({ photoId: z.uuid() });

/** The form with which a photo is handed in. */
export const photoForm = z.object({ file: fileField, caption: photo.shape.caption.default('') });

const binary = { schema: z.string().openapi({ format: 'binary' }) };

/** The answer that is a photo. */
export const photoAnswer = {
  description: 'The photo',
  content: { 'image/png': binary, 'image/jpeg': binary, 'image/webp': binary },
};

/** The place of the next photo of a location, after the others. */
export function nextPosition({ photos }: Location): number {
  if (photos.length < MOST_PHOTOS) return photos.length;
  const detail = `A location has at most ${MOST_PHOTOS} photos. Delete one first.`;
  throw new Problem({ status: 409, code: 'too-many-photos' }, detail);
}

/** Refuses a photo that the location does not have. */
export function checkPhoto({ photos }: Location, id: string): void {
  if (!photos.some((each) => each.id === id)) throw notFound('photo');
}

/** The order of photos after one was moved to a place; a place beyond the end is the last one. */
export function movedTo(photos: Location['photos'], id: string, place: number): readonly string[] {
  const others = photos.map((each) => each.id).filter((other) => other !== id);
  return others.toSpliced(place, 0, id);
}
