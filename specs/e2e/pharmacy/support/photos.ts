import type { APIRequestContext, APIResponse } from '@playwright/test';
import { answerOf } from '../../inventory/support/answer';
import { picture } from '../../messages/support/files';
import type { TestFile } from '../../messages/support/files';
import { at } from './locations';
import type { Location, Photo } from './locations';

/** A picture of each type that is taken. */
export const PICTURES: readonly TestFile[] = [
  picture,
  {
    name: 'counter.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01]),
  },
  {
    name: 'door.webp',
    mimeType: 'image/webp',
    buffer: Buffer.from(
      'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA',
      'base64',
    ),
  },
];

/** Uploads a photo of a location. */
export function upload(
  api: APIRequestContext,
  location: Pick<Location, 'id'>,
  { file = picture, caption }: { readonly file?: TestFile; readonly caption?: string } = {},
): Promise<APIResponse> {
  const multipart = { file: { ...file }, ...(caption === undefined ? {} : { caption }) };
  return api.post(at(location, '/photos'), { multipart });
}

/** Photos that a location has, with the captions in their order. */
export async function withPhotos(
  api: APIRequestContext,
  location: Pick<Location, 'id'>,
  captions: readonly string[],
): Promise<readonly Photo[]> {
  const photos: Photo[] = [];
  for (const caption of captions) photos.push(await answerOf<Photo>(await upload(api, location, { caption })));
  return photos;
}
