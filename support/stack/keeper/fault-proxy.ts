import net from 'node:net';
import type { FaultKind } from '../../faults/parse-faults';

const SLOWNESS_MS = 4_000;

/**
 * Stands on a service's port and passes everything on to the service, until it is told to fail. So a
 * fault looks to callers as it does in life, and the service itself needs no code for it.
 */
export class FaultProxy {
  readonly #sockets = new Set<net.Socket>();
  #server: net.Server | undefined;
  #fault: FaultKind | undefined;

  constructor(
    private readonly service: string,
    private readonly ports: { readonly open: number; readonly target: number },
  ) {}

  /** Listens on the service's port. */
  async open(): Promise<void> {
    const server = net.createServer((socket) => this.#accept(socket));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.ports.open, '127.0.0.1', resolve);
    });
  }

  /** From now on the service fails in this way; `undefined` ends it. */
  async fail(fault: FaultKind | undefined): Promise<void> {
    this.#fault = fault;
    if (fault === 'refuse') return this.close();
    if (!this.#server) await this.open();
    // Connections kept alive from before would not notice.
    if (fault !== 'hang') this.#drop();
  }

  /** Refuses connections. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#drop();
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #accept(client: net.Socket): void {
    this.#keep(client);
    if (this.#fault === '503') return this.#refuseByAnswer(client);
    const target = net.connect(this.ports.target, '127.0.0.1');
    this.#keep(target);
    client.on('data', (data) => this.#pass(target, data));
    target.on('data', (data) => this.#pass(client, data));
    client.on('close', () => target.destroy());
    target.on('close', () => client.destroy());
  }

  #pass(to: net.Socket, data: Buffer): void {
    if (this.#fault === 'hang') return;
    if (this.#fault !== 'slow') return void to.write(data);
    setTimeout(() => {
      if (!to.destroyed) to.write(data);
    }, SLOWNESS_MS).unref();
  }

  #refuseByAnswer(client: net.Socket): void {
    client.once('data', () => {
      const body = JSON.stringify({ title: 'made to fail by GROUNDWORK_FAULT', status: 503, service: this.service });
      const head = 'HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/problem+json\r\nconnection: close';
      client.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  #keep(socket: net.Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
