import { Problem } from '@officina/shared/problems/problem';

const MEBIBYTE = 1_048_576;

/** The largest file in bytes. */
export const FILE_LIMIT = 5 * MEBIBYTE;
/** The largest request: a file and the fields around it. */
export const REQUEST_LIMIT = 6 * MEBIBYTE;

const SIGNATURES = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
] as const;

/** A file that was handed in, with the type that its content shows. */
export interface PrescriptionFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Reads a file that was handed in; what it says of its own type is not believed. */
export async function readFile(file: File): Promise<PrescriptionFile> {
  if (file.size > FILE_LIMIT) {
    const detail = `"${file.name}" has ${file.size} bytes; at most ${FILE_LIMIT} (5 MB) are taken.`;
    throw new Problem({ status: 413, code: 'too-large' }, detail);
  }
  const content = Buffer.from(await file.arrayBuffer());
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte));
  if (known) return { name: file.name.slice(-200), type: known.type, content };
  const detail = `"${file.name}" is no PDF, PNG or JPEG by its content. Choose another file.`;
  throw new Problem({ status: 422, code: 'unsupported-file' }, detail, {
    errors: [{ path: 'file', message: 'A PDF, PNG or JPEG' }],
  });
}
