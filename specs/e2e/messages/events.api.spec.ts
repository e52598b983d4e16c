import { expect, test as base } from '../../../fixtures';
import { EventReader } from './support/eventReader';
import { markRead, startThread, userIdOf, write } from './support/threads';

const test = base.extend<{ listen: (role: 'owner' | 'doctor' | 'patient', after?: string) => Promise<EventReader> }>({
  listen: async ({ auth, stack }, use) => {
    const readers: EventReader[] = [];
    await use(async (role, after) => {
      const reader = await EventReader.open(stack.apiUrl, await auth.session(role), after);
      readers.push(reader);
      return reader;
    });
    await Promise.all(readers.map((reader) => reader.close()));
  },
});

test.describe('live events', { tag: ['@area:messages', '@needs:api-gateway', '@needs:notification-service', '@needs:user-service'] }, () => {
  test('a stream starts at once with a heartbeat that has the unread totals', async ({ api, listen }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await startThread(owner, [doctor]);
    const reader = await listen('doctor');
    expect(reader.headers.get('content-type')).toBe('text/event-stream');
    expect(reader.headers.get('cache-control')).toBe('no-cache');
    expect(await reader.next()).toEqual({
      type: 'heartbeat',
      id: '2',
      data: { unread: { messages: 1, notifications: 1 } },
    });
  });

  test('a new thread reaches its people as a message and a notification', async ({ api, listen }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const reader = await listen('doctor');
    await reader.next();
    const { id } = await startThread(owner, [doctor], { subject: 'Recall', text: 'Lot 7 goes back' });
    expect(await reader.next()).toMatchObject({
      type: 'message',
      data: { threadId: id, message: { text: 'Lot 7 goes back' }, unread: { messages: 1, notifications: 1 } },
    });
    expect(await reader.next()).toMatchObject({
      type: 'notification',
      data: { notification: { title: 'Recall', link: `/messages/${id}` } },
    });
  });

  test('reading a thread is told to its other people', async ({ api, listen }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor]);
    const reader = await listen('owner');
    await reader.next();
    await markRead(doctor, id);
    const read = await reader.next();
    expect(read).toMatchObject({ type: 'read', data: { threadId: id, userId: await userIdOf(doctor) } });
  });

  test('who reconnects with the last event gets all that came since, once and in order', async ({ api, listen }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { text: 'Before' });
    const first = await listen('doctor');
    const { id: seen } = await first.next();
    await first.close();
    await Promise.all(Array.from({ length: 6 }, (_, index) => write(owner, id, `Missed ${index}`)));
    const second = await listen('doctor', seen);
    expect(await second.next()).toMatchObject({ type: 'heartbeat', id: seen });
    await write(owner, id, 'Live again');
    const events = [];
    for (let count = 0; count < 7; count += 1) events.push(await second.next());
    expect(events.map((event) => Number(event.id) - Number(seen))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(events.map((event) => event.data.message?.text).sort()).toEqual([
      'Live again',
      ...Array.from({ length: 6 }, (_, index) => `Missed ${index}`),
    ]);
    expect(events.at(-1)?.data.message?.text).toBe('Live again');
  });

  test('events of a thread reach nobody outside it', async ({ api, listen }) => {
    const [owner, doctor, patient] = await Promise.all([api.as('owner'), api.as('doctor'), api.as('patient')]);
    const reader = await listen('patient');
    await reader.next();
    await startThread(owner, [doctor], { text: 'Not for patients' });
    await startThread(owner, [patient], { text: 'For the patient' });
    expect(await reader.next()).toMatchObject({ id: '1', data: { message: { text: 'For the patient' } } });
  });

  test('many streams of one user all get an event', async ({ api, listen }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const readers = await Promise.all([listen('doctor'), listen('doctor'), listen('doctor')]);
    await Promise.all(readers.map((reader) => reader.next()));
    await startThread(owner, [doctor], { text: 'To all of you' });
    const events = await Promise.all(readers.map((reader) => reader.next()));
    expect(events.map((event) => event.data.message?.text)).toEqual(Array(3).fill('To all of you'));
  });
});
