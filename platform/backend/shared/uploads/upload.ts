import { filetypemime } from 'magic-bytes.js';

import { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problem';
import { z } from '../service/api';

const MEBIBYTE = 1_048_576;
const LONGEST_NAME = 200;
const SHORT_NAMES = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
} as const;

/** A type of files that services take. */
export type FileType = keyof typeof SHORT_NAMES;

/** Which files are taken. */
export interface UploadRules<T extends FileType> {
  readonly types: readonly T[];
  /** The largest file in MiB. */
  readonly most: number;
  /** The problem of a file of another type; 422 `unsupported-file` when nothing is said. */
  readonly otherType?: ProblemKind;
}

/** A file that was handed in, with the type that its content shows. */
export interface UploadedFile<T extends FileType = FileType> {
  readonly name: string;
  readonly type: T;
  readonly content: Buffer;
}

/** Schema of the field of a form that holds a file. */
export const fileField = z
  .custom<File>((given) => given instanceof File, 'A file is needed')
  .openapi({ type: 'string', format: 'binary' });

/** The largest request body, in bytes, that holds a file of so many MiB and the fields around it. */
export function requestLimit(most: number): number {
  return (most + 1) * MEBIBYTE;
}

function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // Control characters would end up in a header.
  const plain = last.replace(/\p{Cc}/gu, '').trim();
  return plain.slice(0, LONGEST_NAME) || 'file';
}

function spoken(types: readonly FileType[]): string {
  const names = types.map((type) => SHORT_NAMES[type]);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/**
 * Reads a file that was handed in; what it says of its own type is not believed.
 *
 * @throws Problem 413 `too-large`, or the rules' `otherType`.
 */
export async function readUpload<T extends FileType>(
  file: File,
  { types, most, otherType }: UploadRules<T>,
): Promise<UploadedFile<T>> {
  const name = plainName(file.name);
  if (file.size > most * MEBIBYTE) {
    const detail = `"${name}" has ${file.size} bytes; at most ${most} MB are taken. Send a smaller file.`;
    throw new Problem({ status: 413, code: 'too-large' }, detail);
  }
  const content = Buffer.from(await file.arrayBuffer());
  const found = filetypemime(content);
  const type = types.find((allowed) => found.includes(allowed));
  if (type !== undefined) return { name, type, content };
  const wanted = spoken(types);
  const detail = `"${name}" is no ${wanted} by its content. Choose another file.`;
  throw new Problem(otherType ?? { status: 422, code: 'unsupported-file' }, detail, {
    errors: [{ path: 'file', message: `A ${wanted}` }],
  });
}
