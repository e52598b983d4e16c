import type { APIRequestContext, APIResponse } from '@playwright/test';

/** A file to send. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The smallest PNG picture: one pixel. */
export const picture: TestFile = {
  name: 'shelf.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A PDF by its first bytes. */
export const leaflet: TestFile = {
  name: 'Packungsbeilage für Müller.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'),
};

/** Uploads a file for a message. */
export function upload(user: APIRequestContext, file: TestFile): Promise<APIResponse> {
  return user.post('/api/messages/attachments', { multipart: { file: { ...file } } });
}
