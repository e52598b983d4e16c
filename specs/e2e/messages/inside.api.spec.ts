import { randomUUID } from 'node:crypto';
import { expect } from '../../../fixtures';
import { test } from '../support/inside';
import { answerOf } from './support/answer';
import { EventReader } from './support/eventReader';
import type { List } from './support/threads';

const SERVICE = 'notification-service';
const NOTICES = '/internal/notifications';
// These start the real program with settings of their own, stop it, or give it no database.
const REAL = { tag: '@real:notification-service' };

const noticeFor = ({ userId, accountId }: { userId: string; accountId: string }) => ({
  id: randomUUID(),
  accountId,
  userIds: [userId],
  kind: 'prescription.approved',
  title: 'Your prescription is ready',
  text: 'Number 7',
  link: '/prescriptions/7',
});

test.describe('inside the notification service', { tag: ['@area:messages', '@needs:notification-service'] }, () => {
  test('a notice of a service is a notification, a live event and an e-mail, once', async ({ inside, stack }) => {
    const [peer, owner] = [await inside.asService(SERVICE), await inside.asPerson(SERVICE)];
    await owner.request.get('/api/notifications');
    const reader = await EventReader.openAs(owner.url, { 'x-officina-identity': owner.identity });
    await reader.next();
    const data = noticeFor(owner);
    expect(await answerOf(await peer.post(NOTICES, { data }), 201)).toEqual({ delivered: 1 });
    expect(await answerOf(await peer.post(NOTICES, { data }), 201)).toEqual({ delivered: 0 });
    const told = await answerOf<List<object>>(await owner.request.get('/api/notifications'));
    const { kind, title, text, link } = data;
    expect(told).toMatchObject({ total: 1, unread: 1, items: [{ kind, title, text, link, readAt: null }] });
    expect(await reader.next()).toMatchObject({ type: 'notification', data: { unread: { notifications: 1 } } });
    const sent = await answerOf<List<{ text: string }>>(await owner.request.get('/api/outbox'));
    expect(sent).toMatchObject({ total: 1, items: [{ to: owner.email, subject: title }] });
    expect(sent.items[0]?.text).toBe(`Number 7\n\n${stack.appOrigin}/prescriptions/7`);
    await reader.close();
  });

  test('a mail of a service stands in the outbox of its account alone', async ({ inside }) => {
    const peer = await inside.asService(SERVICE);
    const [owner, other] = [await inside.asPerson(SERVICE), await inside.asPerson(SERVICE)];
    const mail = { to: 'Anna@Example.org', subject: 'Welcome', text: 'Good to have you.' };
    const data = { ...mail, accountId: owner.accountId };
    const { id } = await answerOf<{ id: string }>(await peer.post('/internal/mails', { data }), 201);
    expect(await answerOf(await owner.request.get('/api/outbox'))).toMatchObject({
      total: 1,
      items: [{ id, to: 'anna@example.org', subject: 'Welcome', text: 'Good to have you.' }],
    });
    expect(await answerOf(await other.request.get('/api/outbox'))).toMatchObject({ total: 0 });
  });

  for (const [fault, change, field] of [
    ['to nobody', { userIds: [] }, 'userIds'],
    ['that leads out of the app', { link: 'https://elsewhere.example' }, 'link'],
    ['without an id', { id: undefined }, 'id'],
    ['of a kind that is no word', { kind: 'Approved!' }, 'kind'],
  ] as const) {
    test(`a notice ${fault} is refused`, async ({ inside }) => {
      const peer = await inside.asService(SERVICE);
      const data = { ...noticeFor({ userId: randomUUID(), accountId: randomUUID() }), ...change };
      expect(await answerOf(await peer.post(NOTICES, { data }), 422)).toMatchObject({ errors: [{ path: field }] });
    });
  }

  test('a stream shows signs of life, and ends so that rights are looked at anew', REAL, async ({ inside }) => {
    const service = await inside.start(SERVICE, { HEARTBEAT_SECONDS: '0.1', STREAM_SECONDS: '1.2' });
    const owner = await inside.asPerson(service);
    const reader = await EventReader.openAs(service.url, { 'x-officina-identity': owner.identity });
    const events = await reader.rest();
    expect(new Set(events.map(({ type, id }) => `${type} ${id}`))).toEqual(new Set(['heartbeat 0']));
    expect(events.length).toBeGreaterThanOrEqual(3);
  });

  test('events written by another process of the service arrive too', REAL, async ({ inside }) => {
    const here = await inside.start(SERVICE, { HEARTBEAT_SECONDS: '0.2' });
    const [peer, owner] = [await inside.asService(SERVICE), await inside.asPerson(here)];
    const reader = await EventReader.openAs(here.url, { 'x-officina-identity': owner.identity });
    await reader.next();
    const data = noticeFor(owner);
    await peer.post(NOTICES, { data });
    expect((await reader.nextOf('notification')).data.notification).toMatchObject({ title: data.title });
    await reader.close();
  });

  test('a reader without the right gets notifications, but no messages and no count of them', async ({ inside }) => {
    const [peer, author] = [await inside.asService(SERVICE), await inside.asPerson(SERVICE)];
    const { accountId } = author;
    const reader = await inside.asPerson(SERVICE, { accountId, role: 'assistant', rights: [] });
    const stream = await EventReader.openAs(reader.url, { 'x-officina-identity': reader.identity });
    await stream.next();
    const data = { subject: 'Hidden', text: 'Not for you', participantIds: [reader.userId] };
    await answerOf(await author.request.post('/api/messages/threads', { data }), 201);
    const unread = (notifications: number) => ({ messages: 0, notifications });
    expect(await stream.next()).toMatchObject({ type: 'notification', id: '2', data: { unread: unread(1) } });
    await peer.post(NOTICES, { data: noticeFor(reader) });
    expect(await stream.next()).toMatchObject({ type: 'notification', id: '3', data: { unread: unread(2) } });
    await stream.close();
  });

  test('stopping the service ends its streams at once, and it leaves with exit code 0', REAL, async ({ inside }) => {
    const service = await inside.start(SERVICE);
    const owner = await inside.asPerson(service);
    const reader = await EventReader.openAs(service.url, { 'x-officina-identity': owner.identity });
    await reader.next();
    const stopping = performance.now();
    expect(await service.stop()).toBe(0);
    expect(performance.now() - stopping).toBeLessThan(2_500);
    expect(await reader.rest()).toEqual([]);
  });

  test('without its database it lives, is not ready and says why', REAL, async ({ inside, playwright }) => {
    const env = { DATABASE_URL: 'postgres://officina:officina@127.0.0.1:9/notifications' };
    const service = await inside.start(SERVICE, env, 'listening');
    const request = await playwright.request.newContext({ baseURL: service.url });
    expect(await answerOf(await request.get('/health/live'))).toMatchObject({ status: 'live', service: SERVICE });
    expect(await answerOf(await request.get('/health/ready'), 503)).toMatchObject({
      status: 'not ready',
      parts: { database: { status: 'down', reason: expect.stringContaining('ECONNREFUSED') } },
    });
    const owner = await inside.asPerson(service);
    const answer = await answerOf(await owner.request.get('/api/notifications'), 503);
    expect(answer).toMatchObject({ code: 'service-unavailable', service: SERVICE });
    await request.dispose();
  });

  test('every route stands in its OpenAPI document', async ({ playwright, stack }) => {
    const request = await playwright.request.newContext({ baseURL: stack.url(SERVICE) });
    const { paths } = await answerOf<{ paths: Record<string, object> }>(await request.get('/openapi.json'));
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'get /api/messages/attachments/{id}',
      'get /api/messages/events',
      'get /api/messages/threads',
      'get /api/messages/threads/{id}',
      'get /api/messages/threads/{id}/messages',
      'get /api/messages/unread',
      'get /api/notifications',
      'get /api/outbox',
      'post /api/messages/attachments',
      'post /api/messages/threads',
      'post /api/messages/threads/{id}/messages',
      'post /api/messages/threads/{id}/read',
      'post /api/notifications/read-all',
      'post /api/notifications/{id}/read',
      'post /internal/mails',
      'post /internal/notifications',
    ]);
    await request.dispose();
  });
});
