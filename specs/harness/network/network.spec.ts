import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { verdictsOf } from '../support/runs';

const services = { web: service(), api: service() };

/** A spec file of the mini project; each test has a page of the app open. */
const head = `
import { delay, http, HttpResponse, passthrough, ws } from 'groundwork-e2e/mocks';
import type { Page } from '@playwright/test';
void delay, http, HttpResponse, passthrough, ws;
test.beforeEach(({ page }) => page.goto('/page'));
const get = (page: Page, url: string, init = {}) =>
  page.evaluate(async ([at, how]) => {
    const answer = await fetch(at, how);
    return { status: answer.status, text: await answer.text() };
  }, [url, init] as const);
const bytes = (text: string) => new TextEncoder().encode(text);
`;

const inPages: Readonly<Record<string, string>> = {
  'a path is one of the API, whatever the origin of the page': `
    await network.use(http.get('/items/:id', ({ params }) => HttpResponse.json({ id: params.id })));
    expect(await get(page, stack.apiUrl + '/items/7?all')).toEqual({ status: 200, text: '{"id":"7"}' });
    expect((await get(page, '/items/7')).text).toContain('"service":"web"');`,
  'an absolute address, and an expression': `
    await network.use(http.get('https://maps.example/*', () => HttpResponse.text('map')), http.get(/\\/tiles\\//, () => HttpResponse.text('tile')));
    expect((await get(page, 'https://maps.example/a/b')).text).toBe('map');
    expect((await get(page, stack.apiUrl + '/tiles/1')).text).toBe('tile');`,
  'a broken connection': `
    await network.use(http.get('/items', () => HttpResponse.error()));
    await expect(get(page, stack.apiUrl + '/items')).rejects.toThrow('Failed to fetch');`,
  'what comes later goes before, once, and passes on': `
    await network.use(http.get('/items', () => HttpResponse.text('first')));
    await network.use(http.get('/items', () => HttpResponse.text('second'), { once: true }));
    const url = stack.apiUrl + '/items';
    expect([(await get(page, url)).text, (await get(page, url)).text]).toEqual(['second', 'first']);
    await network.use(http.get(stack.appOrigin + '/me', () => passthrough()));
    expect((await get(page, '/me')).text).toBe('{"authorization":null}');`,
  'what is delayed': `
    let [release, isAsked] = [() => {}, false];
    const held = new Promise<void>((resolve) => (release = resolve));
    await network.use(http.get('/items', async () => { isAsked = true; await held; await delay(1); return HttpResponse.text('late'); }));
    const answer = get(page, stack.apiUrl + '/items');
    await expect.poll(() => isAsked).toBe(true);
    release();
    expect((await answer).text).toBe('late');`,
  'a body and headers of the page reach the handler': `
    await network.use(http.post('/echo', async ({ request }) => HttpResponse.json({ own: request.headers.get('x-own'), body: await request.json() }, { status: 201 })));
    const answer = await get(page, stack.apiUrl + '/echo', { method: 'POST', headers: { 'x-own': 'mine', 'content-type': 'application/json' }, body: '{"a":1}' });
    expect(answer).toEqual({ status: 201, text: '{"own":"mine","body":{"a":1}}' });`,
  'a binary body stays what it is': `
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    await network.use(http.get('/bytes', () => HttpResponse.arrayBuffer(all.buffer)));
    const got = await page.evaluate(async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())], stack.apiUrl + '/bytes');
    expect(got).toEqual([...all]);`,
  'several cookies are set, and sent': `
    await network.use(
      http.get(stack.appOrigin + '/enter', () => new HttpResponse(null, { headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2; Path=/; HttpOnly']] })),
      http.get(stack.appOrigin + '/show', ({ cookies, request }) => HttpResponse.json({ cookies, sent: request.headers.get('cookie') })),
    );
    await get(page, '/enter');
    expect((await context.cookies()).map(({ name, value }) => name + value).sort()).toEqual(['a1', 'b2']);
    expect(JSON.parse((await get(page, '/show')).text)).toEqual({ cookies: { a: '1', b: '2' }, sent: 'a=1; b=2' });`,
  'a redirect to what is mocked, and to what is real': `
    await network.use(
      http.post('/old', () => new HttpResponse(null, { status: 303, headers: { location: '/new' } })),
      http.get('/new', ({ request }) => HttpResponse.text('new by ' + request.method)),
      http.get(stack.appOrigin + '/away', () => HttpResponse.redirect(stack.appOrigin + '/me', 302)),
    );
    expect((await get(page, stack.apiUrl + '/old', { method: 'POST', body: 'x' })).text).toBe('new by GET');
    expect((await get(page, '/away')).text).toBe('{"authorization":null}');`,
  'events that go on and on': `
    let [isCancelled, beats] = [false, 0];
    await network.use(http.get('/events', () => {
      let timer: NodeJS.Timeout;
      const body = new ReadableStream({
        start: (controller) => { timer = setInterval(() => controller.enqueue(bytes('data: ' + (beats += 1) + '\\n\\n')), 10); },
        cancel: () => { clearInterval(timer); isCancelled = true; },
      });
      return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
    }));
    const got = await page.evaluate((url) => new Promise((resolve) => {
      const seen: string[] = [];
      const source = new EventSource(url);
      source.onmessage = ({ data }) => { if (seen.push(data) === 3) { source.close(); resolve(seen); } };
    }), stack.apiUrl + '/events');
    expect(got).toEqual(['1', '2', '3']);
    await expect.poll(() => isCancelled).toBe(true);`,
  'a socket that is mocked, and one that is not': `
    const chat = ws.link('/chat');
    await network.use(chat.addEventListener('connection', ({ client }) => {
      client.send('welcome');
      client.addEventListener('message', ({ data }) => { client.send('you said ' + data); if (data === 'bye') client.close(1000, 'so long'); });
    }));
    const talk = (url: string) => page.evaluate((at) => new Promise((resolve) => {
      const heard: string[] = [];
      const socket = new WebSocket(at);
      socket.onopen = () => socket.send('bye');
      socket.onmessage = ({ data }) => heard.push(data);
      socket.onerror = () => heard.push('error');
      socket.onclose = ({ code, reason }) => resolve([...heard, code + reason]);
    }), url);
    expect(await talk(stack.apiUrl.replace('http', 'ws') + '/chat')).toEqual(['welcome', 'you said bye', '1000so long']);
    expect(await talk(stack.apiUrl.replace('http', 'ws') + '/other')).toEqual(['error', '1006']);`,
  'a second page of the context, and one that a page opens': `
    await network.use(http.get('/items', () => HttpResponse.text('mocked')));
    const second = await context.newPage();
    await second.goto('/page');
    expect((await get(second, stack.apiUrl + '/items')).text).toBe('mocked');
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open('/page'))]);
    expect((await get(popup, stack.apiUrl + '/items')).text).toBe('mocked');`,
  'a whole page': `
    await network.use(http.get(stack.appOrigin + '/shop', () => HttpResponse.html('<h1>Mocked</h1>')));
    await page.goto('/shop');
    await expect(page.getByRole('heading')).toHaveText('Mocked');`,
};

test('what the pages of a test see of the network is what the test makes of it', async ({ makeProject }) => {
  const tests = Object.entries(inPages).map(
    ([title, body]) => `test(${JSON.stringify(title)}, async ({ page, context, network, stack }) => { void context; ${body}\n});`,
  );
  // Between them, so that a mock of the one before would be seen.
  const gone = `test('nothing of the test before', async ({ page, stack }) => { expect((await get(page, '/items')).text).toContain('"service":"web"'); void stack; });`;
  const all = `${head}\n${[...tests, gone].join('\n')}`;
  const project = makeProject(filesOf({ services, manifest: `app: 'web', api: 'api'`, specs: { all } }));
  const { code, output } = await project.test(['--workers=1']);
  const titles = [...Object.keys(inPages), 'nothing of the test before'];
  expect(verdictsOf(project), output).toEqual(Object.fromEntries(titles.map((title) => [title, 'passed'])));
  expect(code).toBe(0);
});

const mockOf = (service: string, handlers: string) => `
import { defineMock, HttpResponse } from 'groundwork-e2e/mocks';
export default defineMock<Record<string, never>>({
  service: '${service}',
  create: ({ http: { untyped: http }, env, fetch, log }) => { let count = 0; void count, env, fetch, log, HttpResponse; return [${handlers}]; },
});`;

test('mocks of services answer a page without a server, each test with a state of its own', async ({ makeProject }) => {
  const all = `${head}
    import gateway from '../mocks/gateway';
    import stock from '../mocks/stock';
    for (const time of ['one', 'another']) test(time, async ({ page, network, stack }) => {
      await network.mock(gateway, stock);
      const answers = [await get(page, stack.apiUrl + '/items?a=1'), await get(page, stack.apiUrl + '/items?a=1')];
      expect(answers.map(({ text }) => JSON.parse(text))).toEqual([1, 2].map((count) => ({ count, query: '?a=1', key: stack.secret('key'), database: null, mail: stack.url('mail') })));
      expect(await get(page, stack.apiUrl + '/none')).toMatchObject({ status: 404 });
    });
    test('without the one that pages ask', async ({ network }) => {
      await expect(network.mock(stock)).rejects.toThrow('Pages ask api, which is not among the mocks');
    });`;
  const project = makeProject({
    ...filesOf({
      services: {
        ...services,
        api: service('good', { env: { STOCK_URL: '{{stock.url}}', MAIL: '{{mail.url}}', SECRET: '{{secret.key}}', DATABASE: '{{db.url}}' } }),
        stock: service(),
        mail: service(),
        db: { launch: service().launch, ready: { kind: 'postgres', user: 'u', password: 'p', database: 'd' }, deadlines: { ready: 1 } },
      },
      manifest: `app: 'web', api: 'api'`,
      specs: { all },
    }),
    'mocks/gateway.ts': mockOf('api', `http.get('/items', async ({ request }) => {
      const { count } = await (await fetch(env.STOCK_URL + '/count', { method: 'POST', body: 'x' })).json();
      return HttpResponse.json({ count, query: new URL(request.url).search, key: env.SECRET, database: env.DATABASE ?? null, mail: env.MAIL });
    })`),
    'mocks/stock.ts': mockOf('stock', `http.post('/count', async ({ request }) => HttpResponse.json({ count: (count += (await request.text()).length) }))`),
  });
  const { output } = await project.test(['--workers=1']);
  expect(verdictsOf(project), output).toEqual({ one: 'passed', another: 'passed', 'without the one that pages ask': 'passed' });
});

test('what a page cannot be given is refused, with what to do', async ({ makeProject }) => {
  const all = `${head}
    test('a page that is sent on to a mock', async ({ page, network, stack }) => {
      await network.use(http.get(stack.appOrigin + '/a', () => HttpResponse.redirect(stack.appOrigin + '/b')), http.get(stack.appOrigin + '/b', () => HttpResponse.html('b')));
      await page.goto('/a').catch(() => undefined);
    });
    test('a stream over https', async ({ page, network }) => {
      await network.use(http.get('https://events.example/', () => new HttpResponse(new ReadableStream({ pull: () => new Promise(() => {}) }))));
      await get(page, 'https://events.example/').catch(() => undefined);
    });
    test('a handler that fails', async ({ page, network, stack }) => {
      await network.use(http.get('/items', () => { throw new Error('a mistake of mine'); }));
      await get(page, stack.apiUrl + '/items').catch(() => undefined);
    });
    test('a circle', async ({ page, network, stack }) => {
      await network.use(http.get('/round', () => HttpResponse.redirect(stack.apiUrl + '/round')));
      await get(page, stack.apiUrl + '/round').catch(() => undefined);
    });`;
  const project = makeProject(filesOf({ services, manifest: `app: 'web', api: 'api'`, specs: { all } }));
  const { code, output } = await project.test(['--workers=1']);
  expect(code).toBe(1);
  expect(Object.values(verdictsOf(project)), output).toEqual(['failed', 'failed', 'failed', 'failed']);
  expect(output).toContain('Let the mock answer with the page itself.');
  expect(output).toContain('which a page can be given over http only');
  expect(output).toContain('a mistake of mine');
  expect(output).toContain('redirect in a circle');
});
