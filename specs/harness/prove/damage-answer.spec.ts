import { expect, test as base } from '@playwright/test';
import http, { type RequestListener } from 'node:http';
import { listenOnLoopback } from '../../../support/stack/keeper/listen-on-loopback';
import type { Kind } from '../../../scripts/prove/damager/damage';
import { damageAnswer, type Answered } from '../../../scripts/prove/damager/damage-answer';

interface Damaged {
  readonly answer: Response;
  readonly told: readonly Answered[];
}

const test = base.extend<{ ask: (kind: Kind | undefined, service: RequestListener) => Promise<Damaged> }>({
  ask: async ({}, use) => {
    const servers: http.Server[] = [];
    await use(async (kind, service) => {
      const told: Answered[] = [];
      const server = http.createServer((request, response) => {
        damageAnswer(response, kind, (answered) => told.push(answered));
        service(request, response);
      });
      servers.push(server);
      return { answer: await fetch(await listenOnLoopback(server)), told };
    });
    for (const server of servers) server.close();
  },
});

const json = (status: number, text: string): RequestListener => (_, response) => {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length, 'x-own': 'kept' });
  response.end(text);
};

for (const [kind, status, text, expected] of [
  [undefined, 200, '{"a":1}', { status: 200, text: '{"a":1}', damaged: false }],
  ['status', 201, '{"a":1}', { status: 500, text: '{"a":1}', damaged: true }],
  ['status', 404, '{"a":1}', { status: 404, text: '{"a":1}', damaged: false }],
  ['refusal', 404, '{"a":1}', { status: 200, text: '{"a":1}', damaged: true }],
  ['refusal', 200, '{"a":1}', { status: 200, text: '{"a":1}', damaged: false }],
  ['refusal', 503, '{"a":1}', { status: 503, text: '{"a":1}', damaged: false }],
  ['body', 200, '{"a":9}', { status: 200, text: '{"a":10}', damaged: true }],
  ['body', 200, '{}', { status: 200, text: '{}', damaged: false }],
  ['body', 409, '{"a":1}', { status: 409, text: '{"a":1}', damaged: false }],
] as const) {
  test(`${kind ?? 'no'} damage answers ${expected.status} ${expected.text} for ${status} ${text}`, async ({ ask }) => {
    const { answer, told } = await ask(kind, json(status, text));
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status: expected.status, text: expected.text });
    expect(answer.headers.get('x-own')).toBe('kept');
    expect(told).toEqual([{ status, hasBody: true, damaged: expected.damaged }]);
  });
}

test('an answer without a body can become an error', async ({ ask }) => {
  const { answer, told } = await ask('status', (_, response) => response.writeHead(204).end());
  expect(answer.status).toBe(500);
  expect(told).toEqual([{ status: 204, hasBody: false, damaged: true }]);
});

test('an answer that is written in pieces, without a head of its own, is damaged whole', async ({ ask }) => {
  const { answer, told } = await ask('body', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"list":[1,');
    response.end(Buffer.from('2]}'));
  });
  expect(await answer.json()).toEqual({ list: [3] });
  expect(told).toEqual([{ status: 200, hasBody: true, damaged: true }]);
});

test('an answer whose head Node writes itself is damaged too', async ({ ask }) => {
  const { answer, told } = await ask('status', (_, response) => response.end('well'));
  expect(answer.status).toBe(500);
  expect(told).toEqual([{ status: 200, hasBody: false, damaged: true }]);
});

test('events of a stream are damaged as they come, before the stream ends', async ({ ask }) => {
  const { answer, told } = await ask('body', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: {"unread":1}\n\n');
  });
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(Buffer.from(first?.value ?? []).toString()).toBe('data: {"unread":2}\n\n');
  expect(told).toEqual([{ status: 200, hasBody: true, damaged: true }]);
  await reader?.cancel();
});
