import { setImmediate as turn } from 'node:timers/promises';

/** The body of an answer: all of it, or a stream that goes on. */
export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'stream'; readonly stream: ReadableStream<Uint8Array> };

// How often the loop may turn before a body that has said nothing more counts as one that goes on.
const TURNS = 20;

/** Reads a body that is there at once; one that has to be waited for is handed back as a stream. */
export async function readBody(response: Response): Promise<Body> {
  if (!response.body) return { kind: 'whole', bytes: Buffer.alloc(0) };
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  for (;;) {
    const next = reader.read();
    const read = await Promise.race([next, aFewTurns()]);
    if (!read) return { kind: 'stream', stream: continued(chunks, next, reader) };
    if (read.done) return { kind: 'whole', bytes: Buffer.concat(chunks) };
    chunks.push(read.value);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

function continued(chunks: readonly Uint8Array[], next: ReturnType<Reader['read']>, reader: Reader) {
  let pending: typeof next | undefined = next;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
    },
    pull: async (controller) => {
      const { done, value } = await (pending ?? reader.read());
      pending = undefined;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

async function aFewTurns(): Promise<undefined> {
  for (let left = TURNS; left > 0; left -= 1) await turn();
  return undefined;
}
