import type { WebSocketRoute } from '@playwright/test';
import { randomUUID } from 'node:crypto';

type Data = string | Buffer;

/** One side of a socket in the form that MSW's handlers know: the page's, or the server's. */
class Side extends EventTarget {
  readonly id = randomUUID();

  constructor(
    readonly url: URL,
    private readonly route: () => WebSocketRoute,
  ) {
    super();
  }

  send(data: string | ArrayBufferLike | ArrayBufferView | Blob): void {
    if (data instanceof Blob) void data.arrayBuffer().then((bytes) => this.route().send(Buffer.from(bytes)));
    else if (typeof data === 'string') this.route().send(data);
    else this.route().send(ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data));
  }

  close(code?: number, reason?: string): void {
    void this.route().close({ code, reason });
  }
}

class Server extends Side {
  #connected: WebSocketRoute | undefined;

  constructor(
    url: URL,
    private readonly page: WebSocketRoute,
    private readonly toPage: (data: Data) => void,
  ) {
    super(url, () => this.connected());
  }

  /** The real server, which `connect` must have reached. */
  connected(): WebSocketRoute {
    if (this.#connected) return this.#connected;
    throw new Error(`The mocked socket ${this.url.href} has no server yet: call server.connect() first.`);
  }

  get isConnected(): boolean {
    return this.#connected !== undefined;
  }

  connect(): void {
    const server = this.page.connectToServer();
    this.#connected = server;
    server.onMessage((data) => {
      if (this.dispatchEvent(messageOf(data))) this.toPage(data);
    });
    server.onClose((code, reason) => this.dispatchEvent(closeOf(code, reason)) && void this.page.close({ code, reason }));
    queueMicrotask(() => this.dispatchEvent(new Event('open')));
  }
}

/** A socket of a page as `handler.run` of MSW takes it. */
export function connectionOf(route: WebSocketRoute) {
  const url = new URL(route.url());
  const client = new Side(url, () => route);
  const server = new Server(url, route, (data) => route.send(data));
  route.onMessage((data) => {
    if (client.dispatchEvent(messageOf(data)) && server.isConnected) server.connected().send(data);
  });
  route.onClose((code, reason) => {
    client.dispatchEvent(closeOf(code, reason));
    if (server.isConnected) void server.connected().close({ code, reason });
  });
  return { client, server, info: { protocols: route.protocols() } };
}

function messageOf(data: Data): MessageEvent {
  return new MessageEvent('message', { data: typeof data === 'string' ? data : new Uint8Array(data).buffer, cancelable: true });
}

function closeOf(code = 1000, reason = ''): Event {
  return Object.assign(new Event('close', { cancelable: true }), { code, reason, wasClean: true });
}
