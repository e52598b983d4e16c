import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';
import { markRead, startThread, threadsOf, unreadOf, userIdOf, write } from './support/threads';
import type { Thread } from './support/threads';

const THREADS = '/api/messages/threads';

test.describe('threads', { tag: ['@area:messages', '@needs:api-gateway', '@needs:notification-service'] }, () => {
  test('a thread comes back with its people, its message and nothing unread for its author', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await threadsOf(doctor);
    const thread = await startThread(owner, [doctor], { subject: '  Opening hours ', text: 'From May on?' });
    expect(thread).toMatchObject({
      subject: 'Opening hours',
      messages: 1,
      unread: 0,
      lastMessage: { authorName: 'Olivia Owner', text: 'From May on?' },
    });
    expect(thread.participants.map(({ name }) => name)).toEqual(['Doris Doctor', 'Olivia Owner']);
    expect(await answerOf<Thread>(await owner.get(`${THREADS}/${thread.id}`))).toEqual(thread);
  });

  test('the list has the newest first, and sorts by subject', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const bandages = await startThread(owner, [doctor], { subject: 'Bandages' });
    await startThread(owner, [doctor], { subject: 'Aspirin' });
    await write(doctor, bandages.id, 'One more thing');
    const subjects = async (query: string) => (await threadsOf(owner, query)).items.map(({ subject }) => subject);
    expect(await subjects('')).toEqual(['Bandages', 'Aspirin']);
    expect(await subjects('?sort=lastAt')).toEqual(['Aspirin', 'Bandages']);
    expect(await subjects('?sort=subject')).toEqual(['Aspirin', 'Bandages']);
    expect(await subjects('?sort=-subject')).toEqual(['Bandages', 'Aspirin']);
  });

  test('search finds words of subjects and of messages, taken literally', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await startThread(owner, [doctor], { subject: 'Discount of 5%', text: 'Until Friday' });
    const second = await startThread(owner, [doctor], { subject: 'Fridge', text: 'It is warm' });
    await write(doctor, second.id, 'Call the technician');
    const found = async (search: string) => {
      const { items, total } = await threadsOf(owner, `?search=${encodeURIComponent(search)}`);
      expect(total).toBe(items.length);
      return items.map(({ subject }) => subject);
    };
    expect(await found('FRIDAY')).toEqual(['Discount of 5%']);
    expect(await found('technician')).toEqual(['Fridge']);
    expect(await found('5%')).toEqual(['Discount of 5%']);
    expect(await found('_')).toEqual([]);
  });

  test('pages cut the list and keep the total', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await Promise.all(['A', 'B', 'C'].map((subject) => startThread(owner, [doctor], { subject })));
    const second = await threadsOf(owner, '?sort=subject&page=2&pageSize=2');
    expect(second).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ subject: 'C' }] });
    expect(await threadsOf(owner, '?page=9&pageSize=2')).toMatchObject({ total: 3, items: [] });
  });

  test('unread messages count for everybody but their author until they are read', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor]);
    await write(owner, id, 'Are you there?');
    await startThread(owner, [doctor], { subject: 'Another' });
    expect(await unreadOf(doctor)).toBe(3);
    expect(await unreadOf(owner)).toBe(0);
    await markRead(doctor, id);
    expect(await unreadOf(doctor)).toBe(1);
    expect(await threadsOf(doctor, '?unread=true')).toMatchObject({ total: 1, items: [{ subject: 'Another', unread: 1 }] });
    await write(doctor, id, 'Yes');
    expect(await unreadOf(owner)).toBe(1);
  });

  test('who answers has read what came before', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor]);
    await write(doctor, id, 'Here it is');
    expect(await unreadOf(doctor)).toBe(0);
  });

  test('only participants see a thread: for others in the account it is not there', async ({ api }) => {
    const [owner, doctor, patient] = await Promise.all([api.as('owner'), api.as('doctor'), api.as('patient')]);
    const { id } = await startThread(doctor, [patient]);
    const answers = await Promise.all([
      owner.get(`${THREADS}/${id}`),
      owner.get(`${THREADS}/${id}/messages`),
      owner.post(`${THREADS}/${id}/messages`, { data: { text: 'Let me in' } }),
      owner.post(`${THREADS}/${id}/read`),
    ]);
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404, 404]);
    expect(await threadsOf(owner)).toMatchObject({ total: 0, items: [] });
    expect(await threadsOf(patient)).toMatchObject({ total: 1 });
  });

  test('a participant id of another account opens nothing there', async ({ api, playwright, stack }) => {
    const owner = await api.as('owner');
    const stranger = await playwright.request.newContext({ baseURL: stack.apiUrl });
    const body = {
      organisation: 'Elsewhere',
      name: 'Stella Stranger',
      email: `stella-${crypto.randomUUID()}@officina.example`,
      password: `Gw-${crypto.randomUUID()}-A1`,
    };
    const registered = await stranger.post('/api/auth/register', { data: body });
    const { accessToken, user } = await answerOf<{ accessToken: string; user: { id: string } }>(registered, 201);
    const data = { subject: 'Lost', text: 'Hello?', participantIds: [user.id] };
    const { id } = await answerOf<Thread>(await owner.post(THREADS, { data }), 201);
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await stranger.get(`${THREADS}/${id}`, { headers })).status()).toBe(404);
    const seen = await answerOf<{ total: number }>(await stranger.get('/api/messages/threads', { headers }));
    expect(seen.total).toBe(0);
    await stranger.dispose();
  });

  test('a thread with nobody else, without a subject or without a text is refused by field', async ({ api }) => {
    const owner = await api.as('owner');
    const own = await userIdOf(owner);
    const refusals = await Promise.all(
      [
        { subject: 'S', text: 'T', participantIds: [own] },
        { subject: ' ', text: 'T', participantIds: [crypto.randomUUID()] },
        { subject: 'S', text: '', participantIds: [crypto.randomUUID()] },
      ].map(async (data) => answerOf<{ errors: { path: string }[] }>(await owner.post(THREADS, { data }), 422)),
    );
    expect(refusals.map(({ errors }) => errors.map(({ path }) => path))).toEqual([
      ['participantIds'],
      ['subject'],
      ['text'],
    ]);
  });

  test('without the right "messages" every message route is closed', async ({ api }) => {
    const [owner, assistant] = await Promise.all([api.as('owner'), api.as('assistant')]);
    const { id } = await startThread(owner, [assistant]);
    const path = `/api/users/${await userIdOf(assistant)}/permissions`;
    await answerOf(await owner.put(path, { data: { overrides: { messages: 'deny' } } }));
    const data = { subject: 'S', text: 'T', participantIds: [id] };
    const answers = await Promise.all([
      assistant.get(THREADS),
      assistant.post(THREADS, { data }),
      assistant.get(`${THREADS}/${id}`),
      assistant.get(`${THREADS}/${id}/messages`),
      assistant.post(`${THREADS}/${id}/messages`, { data: { text: 'Hi' } }),
      assistant.post(`${THREADS}/${id}/read`),
      assistant.get('/api/messages/unread'),
      assistant.post('/api/messages/attachments', { multipart: { file: 'x' } }),
      assistant.get(`/api/messages/attachments/${id}`),
    ]);
    expect(answers.map((answer) => answer.status())).toEqual(Array(9).fill(403));
    expect(await answers[0]?.json()).toMatchObject({ code: 'missing-right', service: 'notification-service' });
  });

  test('nobody reads messages, notifications or the outbox without being signed in', async ({ api }) => {
    const anonymous = await api.anonymous();
    const paths = [THREADS, '/api/messages/events', '/api/notifications', '/api/outbox'];
    const answers = await Promise.all(paths.map((path) => anonymous.get(path)));
    expect(answers.map((answer) => answer.status())).toEqual([401, 401, 401, 401]);
  });
});
