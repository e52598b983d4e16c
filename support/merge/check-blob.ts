import { Unzip, UnzipInflate } from 'fflate';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { field } from '../data/field';
import { describeError } from '../errors/describe-error';

const END_OF_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
/** The end record with the longest comment that it may have. */
const END_BYTES = 22 + 65_535;

/**
 * What is wrong with one of Playwright's blob reports; `undefined` when it is whole. Playwright's own merge
 * ends with no report and no file's name where one of them is cut, so each is looked at before.
 */
export async function checkBlob(file: string): Promise<string | undefined> {
  const { size } = statSync(file);
  if (size === 0) return 'is empty';
  if (!lastBytes(file, size).includes(END_OF_ZIP)) return 'is cut off';
  try {
    const { first, last } = await endsOfRecord(file);
    if (methodOf(first) !== 'onBlobReportMetadata') return 'is no blob report of Playwright’s';
    return methodOf(last) === 'onEnd' ? undefined : 'has a record that is cut off';
  } catch (error) {
    return `cannot be read: ${describeError(error)}`;
  }
}

function lastBytes(file: string, size: number): Buffer {
  const bytes = Buffer.alloc(Math.min(size, END_BYTES));
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

/** The first and the last line of the record in a blob; attachments are passed over. */
async function endsOfRecord(file: string): Promise<{ readonly first: string; readonly last: string }> {
  const lines = new Ends();
  const unzip = new Unzip((entry) => {
    if (!entry.name.endsWith('.jsonl')) return;
    entry.ondata = (error, chunk) => {
      if (error) throw error;
      lines.push(chunk);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) unzip.push(chunk as Buffer);
  return lines;
}

/** Keeps the first and the last line of what comes by. */
class Ends {
  #first: string | undefined;
  #last = '';
  #rest = '';

  push(chunk: Uint8Array): void {
    const lines = (this.#rest + Buffer.from(chunk).toString('latin1')).split('\n');
    this.#rest = lines.pop() ?? '';
    this.#first ??= lines[0];
    this.#last = lines.at(-1) ?? this.#last;
  }

  get first(): string {
    return this.#first ?? '';
  }

  get last(): string {
    return this.#rest === '' ? this.#last : this.#rest;
  }
}

function methodOf(line: string): unknown {
  try {
    return field(JSON.parse(line), 'method');
  } catch {
    return undefined;
  }
}
