import { timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { describeError } from '../../errors/describe-error';
import type { OneService, ReplaceRequest } from '../keeper-requests';
import type { Halted, StackState } from '../stack-state';
import { listenOnLoopback } from './listen-on-loopback';
import type { AttachedRun } from './runs';

/** What can be asked of the keeper over its loopback port. */
export interface KeeperControl {
  state(): StackState & { readonly runs: number };
  stop(): Promise<void>;
  /** A run stands on the stack from now on; returns its state file. */
  attach(run: AttachedRun): string;
  detach(run: AttachedRun): void;
  /** Starts services anew, by other plans. */
  replace(request: ReplaceRequest): Promise<void>;
  /** Stops one service alone. */
  halt(service: string): Promise<Halted>;
  /** Starts it again. */
  launch(service: string): Promise<void>;
}

type Answer = (status: number, body: unknown) => void;

/** Serves the keeper's control on a free loopback port; every request must carry the secret. */
export async function serveControl(control: KeeperControl, secret: string): Promise<string> {
  const server = http.createServer((request, response) => {
    const answer: Answer = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (!isAllowed(request.headers.authorization, secret)) {
      return answer(401, { message: 'the secret of the state file is missing or wrong' });
    }
    route(control, { request, response, answer }).catch((error: unknown) =>
      answer(500, { message: describeError(error) }),
    );
  });
  return listenOnLoopback(server);
}

interface Exchange {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  readonly answer: Answer;
}

// What is asked comes from this same package, as the secret shows: bodies have the form that is named.
async function route(control: KeeperControl, exchange: Exchange): Promise<void> {
  const { request, answer } = exchange;
  switch (`${request.method} ${request.url}`) {
    case 'GET /state':
      return answer(200, control.state());
    case 'POST /stop':
      await control.stop();
      return answer(200, { stopped: true });
    case 'POST /runs':
      return attach(control, exchange);
    case 'POST /replace':
      await control.replace((await json(request)) as ReplaceRequest);
      return answer(200, { replaced: true });
    case 'POST /halt':
      return answer(200, await control.halt(((await json(request)) as OneService).service));
    case 'POST /launch':
      await control.launch(((await json(request)) as OneService).service);
      return answer(200, { launched: true });
    default:
      return answer(404, { message: `the keeper does not know ${request.method} ${request.url}` });
  }
}

/** The answer stays open as long as the run stands on the stack: however it ends, it closes. */
async function attach(control: KeeperControl, { request, response }: Exchange): Promise<void> {
  const run = (await json(request)) as AttachedRun; // of the same package, as the secret shows
  const stateFile = control.attach(run);
  response.on('close', () => control.detach(run));
  response.writeHead(200, { 'content-type': 'application/jsonl' });
  response.write(`${JSON.stringify({ stateFile })}\n`);
}

function isAllowed(header: string | undefined, secret: string): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${secret}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
