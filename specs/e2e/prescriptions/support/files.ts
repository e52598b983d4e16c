import type { APIRequestContext, APIResponse } from '@playwright/test';

/** A file to hand in. */
export interface HandedIn {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A small PDF. */
export const PDF: HandedIn = {
  name: 'rezept.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

/** A picture of one pixel. */
export const PNG: HandedIn = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** The beginning of a photo as cameras write it. */
export const JPEG: HandedIn = {
  name: 'IMG_0001.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01]),
};

/** Hands a file in as a prescription. */
export function handIn(
  api: APIRequestContext,
  file: HandedIn,
  fields: Readonly<Record<string, string>> = {},
): Promise<APIResponse> {
  return api.post('/api/prescriptions/uploads', { multipart: { file, ...fields } });
}
