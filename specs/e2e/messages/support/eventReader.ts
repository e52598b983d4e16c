import type { Session } from 'groundwork-e2e/platform';

/** An event of the live stream. */
export interface LiveEvent {
  readonly type: string;
  readonly id: string;
  readonly data: {
    readonly unread: { readonly messages: number; readonly notifications: number };
    readonly threadId?: string;
    readonly userId?: string;
    readonly message?: { readonly text: string };
    readonly notification?: { readonly title: string; readonly link: string | null };
  };
}

function fieldsOf(block: string): ReadonlyMap<string, string> {
  return new Map(
    block.split('\n').map((line) => {
      const [name = '', ...rest] = line.split(': ');
      return [name, rest.join(': ')] as const;
    }),
  );
}

function eventOf(block: string): LiveEvent {
  const fields = fieldsOf(block);
  return {
    type: fields.get('event') ?? '',
    id: fields.get('id') ?? '',
    data: JSON.parse(fields.get('data') ?? 'null') as LiveEvent['data'],
  };
}

/** Reads a user's stream of live events, event by event. */
export class EventReader {
  readonly #lines: AsyncGenerator<LiveEvent>;
  readonly headers: Headers;

  private constructor(response: Response) {
    this.headers = response.headers;
    this.#lines = EventReader.#events(response.body);
  }

  /** Opens the stream as a signed-in user; `after` is the number of the last event that was seen. */
  static open(apiUrl: string, session: Session, after?: string): Promise<EventReader> {
    const { accessToken } = session.data as { accessToken: string }; // Officina's form of a session
    return EventReader.openAs(apiUrl, { authorization: `Bearer ${accessToken}` }, after);
  }

  /** Opens the stream with the given headers of identity. */
  static async openAs(
    url: string,
    who: Readonly<Record<string, string>>,
    after?: string,
  ): Promise<EventReader> {
    const resume: Record<string, string> = after === undefined ? {} : { 'last-event-id': after };
    const headers = { accept: 'text/event-stream', ...who, ...resume };
    const response = await fetch(`${url}/api/messages/events`, { headers });
    if (response.status !== 200) throw new Error(`The stream answered ${response.status}`);
    return new EventReader(response);
  }

  static async *#events(body: Response['body']): AsyncGenerator<LiveEvent> {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of body ?? []) {
      rest += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) yield eventOf(block);
    }
  }

  /** The next event, whatever it is. */
  async next(): Promise<LiveEvent> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The stream has ended');
    return value;
  }

  /** The next event of a type; others before it are skipped. */
  async nextOf(type: string): Promise<LiveEvent> {
    const event = await this.next();
    return event.type === type ? event : this.nextOf(type);
  }

  /** Waits until the server ends the stream; returns what came until then. */
  async rest(): Promise<readonly LiveEvent[]> {
    const events: LiveEvent[] = [];
    for await (const event of this.#lines) events.push(event);
    return events;
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }
}
