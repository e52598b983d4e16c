import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { expect } from '../../../fixtures';
import { test as base, type OwnService } from '../support/inside';

const LIMIT = 3;
const OPEN_ROUTE = '/api/auth/password-policy';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Asks from an address of this machine: the whole of 127.0.0.0/8 leads back to it. */
async function askFrom(localAddress: string, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent: ClientRequest = request(url, { localAddress, headers, agent: false }, resolve);
    sent.once('error', reject);
    sent.end();
  });
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += String(piece);
  return { status: response.statusCode, headers: response.headers, text };
}

const test = base.extend<{ limited: OwnService }>({
  /** A second gateway before the stack's services, with a limit. */
  limited: async ({ inside, stack }, use) => {
    const peers = { AUTH_URL: stack.url('auth-service'), INTERNAL_KEY: stack.secret('internal') };
    const settings = { RATE_LIMIT: String(LIMIT), CORS_ORIGINS: stack.appOrigin };
    await use(await inside.start('api-gateway', { ...peers, ...settings }, 'listening'));
  },
});

/** The answers to some requests, one after the other. */
async function times(count: number, ask: () => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let time = 0; time < count; time += 1) answers.push(await ask());
  return answers;
}

const statusOf = (answers: readonly Answer[]) => answers.map(({ status }) => status);

test.describe('rate limit', { tag: ['@area:gateway', '@needs:auth-service'] }, () => {
  test('lets the configured number of requests a minute pass, and refuses the next', async ({ limited }) => {
    const answers = await times(LIMIT + 1, () => askFrom('127.0.0.1', `${limited.url}${OPEN_ROUTE}`));
    expect(statusOf(answers)).toEqual([200, 200, 200, 429]);
  });

  test('the refusal is a problem that says when to come back', async ({ limited }) => {
    const answers = await times(LIMIT + 1, () => askFrom('127.0.0.1', `${limited.url}${OPEN_ROUTE}`));
    const { headers, text } = answers[LIMIT] ?? { headers: {}, text: '' };
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(text)).toEqual({
      type: 'https://officina.example/problems/too-many-requests',
      title: 'Too Many Requests',
      status: 429,
      detail: `More than ${LIMIT} requests a minute. Try again in ${seconds} seconds.`,
      code: 'too-many-requests',
      service: 'api-gateway',
    });
  });

  test('each client address has a limit of its own', async ({ limited }) => {
    const url = `${limited.url}${OPEN_ROUTE}`;
    const first = await times(LIMIT + 1, () => askFrom('127.0.0.1', url));
    expect(statusOf(first).at(-1)).toBe(429);
    expect((await askFrom('127.0.0.2', url)).status).toBe(200);
    expect((await askFrom('127.0.0.1', url)).status).toBe(429);
  });

  test('a client is not believed about its address', async ({ limited }) => {
    let other = 0;
    const ask = () => {
      other += 1;
      const headers = { 'x-forwarded-for': `10.0.0.${other}`, forwarded: `for=10.0.0.${other}`, 'x-real-ip': `10.0.0.${other}` };
      return askFrom('127.0.0.1', `${limited.url}${OPEN_ROUTE}`, headers);
    };
    expect(statusOf(await times(LIMIT + 1, ask))).toEqual([200, 200, 200, 429]);
  });

  test('attempts without a token count too, whatever they ask for', async ({ limited }) => {
    const paths = ['/api/auth/me', '/api/users', '/api/nowhere', OPEN_ROUTE];
    const answers: Answer[] = [];
    for (const path of paths) answers.push(await askFrom('127.0.0.1', `${limited.url}${path}`));
    expect(statusOf(answers)).toEqual([401, 401, 404, 429]);
  });

  test('health is answered to whoever is limited', async ({ limited }) => {
    await times(LIMIT + 1, () => askFrom('127.0.0.1', `${limited.url}${OPEN_ROUTE}`));
    expect((await askFrom('127.0.0.1', `${limited.url}/health/ready`)).status).toBe(200);
  });

  test('the app may read the refusal and when to come back', async ({ limited, stack }) => {
    const ask = () => askFrom('127.0.0.1', `${limited.url}${OPEN_ROUTE}`, { origin: stack.appOrigin });
    const { status, headers } = (await times(LIMIT + 1, ask)).at(-1) ?? { headers: {}, status: 0 };
    expect(status).toBe(429);
    expect(headers['access-control-allow-origin']).toBe(stack.appOrigin);
    expect(headers['access-control-expose-headers']?.toLowerCase()).toContain('retry-after');
  });

  test('answers tell how much is left', async ({ limited }) => {
    const answers = await times(LIMIT, () => askFrom('127.0.0.1', `${limited.url}${OPEN_ROUTE}`));
    const left = answers.map(({ headers }) => /limit=(\d+), remaining=(\d+)/.exec(String(headers.ratelimit))?.slice(1).map(Number));
    expect(left).toEqual([
      [LIMIT, 2],
      [LIMIT, 1],
      [LIMIT, 0],
    ]);
  });
});
