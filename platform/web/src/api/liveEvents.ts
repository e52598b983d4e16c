import { EventSourceParserStream } from 'eventsource-parser/stream';
import { callRaw } from './client';

/** What the server tells without being asked. */
export interface LiveEvent<Data> {
  readonly type: string;
  readonly data: Data;
}

/** Which stream of events is read, from where on, and what ends it from here. */
export interface LiveConnection<Data> {
  readonly path: string;
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: LiveEvent<Data>, id: string) => void;
}

/** Reads events until the server ends the stream; a browser's EventSource could send no token. */
export async function readLiveEvents<Data>(connection: LiveConnection<Data>): Promise<void> {
  const { path, lastEventId, signal, onEvent } = connection;
  const resume: Record<string, string> = lastEventId ? { 'last-event-id': lastEventId } : {};
  const headers = { accept: 'text/event-stream', ...resume };
  const response = await callRaw(path, { headers, signal });
  if (response.body === null) return;
  const reader = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { event, id, data } = next.value;
    // The server validates its events by the same schemas that the types here follow.
    onEvent({ type: event ?? '', data: JSON.parse(data) as Data }, id ?? '');
  }
}
