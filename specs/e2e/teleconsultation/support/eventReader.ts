/** An event of a consultation's stream. */
export interface RoomEvent {
  readonly type: string;
  readonly id: string;
  readonly data: { readonly message?: { readonly text: string; readonly author: { readonly name: string } } };
}

function eventOf(block: string): RoomEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...rest] = line.split(': ');
      return [name, rest.join(': ')] as const;
    }),
  );
  return {
    type: fields.get('event') ?? '',
    id: fields.get('id') ?? '',
    data: JSON.parse(fields.get('data') ?? 'null') as RoomEvent['data'],
  };
}

async function* eventsIn(body: Response['body']): AsyncGenerator<RoomEvent> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield eventOf(block);
  }
}

/** Reads the live events of a consultation, one by one. */
export class EventReader {
  readonly #events: AsyncGenerator<RoomEvent>;

  private constructor(
    readonly status: number,
    body: Response['body'],
  ) {
    this.#events = eventsIn(body);
  }

  static async open(url: string, accessToken: string, after?: string): Promise<EventReader> {
    const response = await fetch(url, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${accessToken}`,
        ...(after === undefined ? {} : { 'last-event-id': after }),
      },
    });
    return new EventReader(response.status, response.body);
  }

  /** The next event, whatever it is. */
  async next(): Promise<RoomEvent> {
    const { value, done } = await this.#events.next();
    if (done) throw new Error('The stream has ended.');
    return value;
  }

  /** The next events, by type and what was written. */
  async take(count: number): Promise<readonly string[]> {
    const seen: string[] = [];
    while (seen.length < count) {
      const { type, data } = await this.next();
      seen.push(data.message === undefined ? type : `${type} ${data.message.text}`);
    }
    return seen;
  }

  async close(): Promise<void> {
    await this.#events.return(undefined);
  }
}
