import { timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { Halted, StackState } from '../stack-state';
import { listenOnLoopback } from './listen-on-loopback';

/** What can be asked of the keeper over its loopback port. */
export interface KeeperControl {
  state(): StackState;
  stop(): Promise<void>;
  /** Stops one service alone. */
  halt(service: string): Promise<Halted>;
  /** Starts it again. */
  launch(service: string): Promise<void>;
}

/** Serves the keeper's control on a free loopback port; every request must carry the secret. */
export async function serveControl(control: KeeperControl, secret: string): Promise<string> {
  const server = http.createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const one = /^\/(halt|launch)\/([a-z0-9-]+)$/.exec(request.url ?? '');
    if (!isAllowed(request.headers.authorization, secret)) {
      answer(401, { message: 'the secret of the state file is missing or wrong' });
    } else if (request.method === 'GET' && request.url === '/state') {
      answer(200, control.state());
    } else if (request.method === 'POST' && request.url === '/stop') {
      void control.stop().then(() => answer(200, { stopped: true }));
    } else if (request.method === 'POST' && one) {
      const [, action, service = ''] = one;
      const work = action === 'halt' ? control.halt(service) : control.launch(service);
      void work.then((outcome) => answer(200, outcome ?? {}));
    } else {
      answer(404, { message: `the keeper does not know ${request.method} ${request.url}` });
    }
  });
  return listenOnLoopback(server);
}

function isAllowed(header: string | undefined, secret: string): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${secret}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
