import { randomBytes } from 'node:crypto';
import { withoutDatabases } from '../launchers/mock/without-databases';
import { noHandler } from '../launchers/mock/problem-answer';
import type { PlatformManifest } from '../manifest/schema';
import { fillTemplate } from '../manifest/templates';
import type { MockAnswer } from '../mocks/answer';
import { originOfMock, type Mock, type MockLog, type OpenMock } from '../mocks/define-mock';
import type { MockHandler } from '../mocks/mock-http';
import { http, HttpResponse, passthrough } from '../mocks/msw';

/** Where the services are that mocks in a page stand beside. */
export interface Surroundings {
  readonly manifest: Pick<PlatformManifest, 'api' | 'services'>;
  /** Base URL of a service of the stack. */
  url(service: string): string;
  /** The value of `{{secret.<name>}}`; throws where no service is given it. */
  secret(name: string): string;
  readonly log: MockLog;
}

/**
 * Handlers by which mocks of services answer a page: what it asks of one of these services goes to its
 * mock, and what mocks ask of one another stays in this process. State is new with every call.
 *
 * @throws Error where none of them is a service that pages ask.
 */
export function handlersOfServices(mocks: readonly Mock[], around: Surroundings): readonly MockHandler[] {
  const { manifest, log } = around;
  const isAsked = mocks.some(({ service }) => service === manifest.api || !manifest.api);
  if (!isAsked) {
    throw new Error(`Pages ask ${manifest.api}, which is not among the mocks: give its mock too, or mock the services for the whole run (GROUNDWORK_LAUNCH_<SERVICE>=mock).`);
  }
  const open = new Map<string, OpenMock>();
  const within: typeof fetch = async (target, init) => {
    const request = new Request(target, init);
    const service = [...open.keys()].find((name) => new URL(request.url).origin === originOfMock(name));
    return service ? responseOf(service, await ask(service, open, request)) : fetch(request);
  };
  for (const mock of mocks) {
    open.set(mock.service, mock.open({ env: environmentOf(mock.service, mocks, around), log, fetch: within }));
  }
  return mocks.map(({ service }) =>
    http.all(`${around.url(service)}/*`, async ({ request }) => {
      const answer = await ask(service, open, request);
      if (answer.kind === 'passed-on') return passthrough();
      return answer.kind === 'broken' ? HttpResponse.error() : responseOf(service, answer);
    }),
  );
}

async function ask(service: string, open: ReadonlyMap<string, OpenMock>, request: Request): Promise<MockAnswer> {
  const { pathname, search } = new URL(request.url);
  const answer = await open.get(service)?.answer({ url: `${pathname}${search}`, init: request });
  if (answer && answer.kind !== 'unhandled') return answer;
  return { kind: 'answer', response: noHandler(service, request.method, pathname) };
}

/** What `fetch` makes of an answer. */
function responseOf(service: string, answer: MockAnswer): Response {
  if (answer.kind === 'answer') return answer.response;
  throw new TypeError('fetch failed', { cause: new Error(`the mock of ${service} broke the connection`) });
}

function environmentOf(name: string, mocks: readonly Mock[], { manifest, url, secret }: Surroundings) {
  const service = manifest.services[name];
  if (!service) throw new Error(`There is no service "${name}" in the manifest; there are: ${Object.keys(manifest.services).join(', ')}.`);
  const address = (other: string) => {
    const found = new URL(mocks.some((mock) => mock.service === other) ? originOfMock(other) : url(other));
    return { url: found.origin, host: found.hostname, port: Number(found.port) };
  };
  const source = { address, publicUrl: url, secret: (one: string) => knownSecret(one, secret) };
  const { env } = withoutDatabases(service, manifest.services);
  return Object.fromEntries(Object.entries({ ...env, ...service.launch.mock?.env }).map(([key, value]) => [key, fillTemplate(value, source)]));
}

const made = new Map<string, string>();

/** A secret of the stack; where no service is given it, one that only mocks share. */
function knownSecret(name: string, secret: Surroundings['secret']): string {
  try {
    return secret(name);
  } catch {
    const own = made.get(name) ?? randomBytes(32).toString('hex');
    made.set(name, own);
    return own;
  }
}
