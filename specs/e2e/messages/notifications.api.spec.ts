import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';
import { startThread, threadsOf, userIdOf } from './support/threads';
import type { List } from './support/threads';

interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly readAt: string | null;
}
type Notifications = List<Notification> & { readonly unread: number };
type Mails = List<{ readonly to: string; readonly subject: string; readonly text: string }>;

test.describe('notifications and outbox', { tag: ['@area:messages', '@needs:api-gateway', '@needs:notification-service'] }, () => {
  test('whom a thread was started with is notified, newest first', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await startThread(owner, [doctor], { subject: 'First' });
    const { id } = await startThread(owner, [doctor], { subject: 'Second' });
    const told = await answerOf<Notifications>(await doctor.get('/api/notifications'));
    expect(told).toMatchObject({ total: 2, unread: 2, page: 1, pageSize: 20 });
    expect(told.items).toMatchObject([
      { kind: 'thread.started', title: 'Second', text: 'Olivia Owner', link: `/messages/${id}`, readAt: null },
      { title: 'First' },
    ]);
    expect(await answerOf(await owner.get('/api/notifications'))).toMatchObject({ total: 0, items: [] });
  });

  test('a notification is marked read once, and by its own user only', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await startThread(owner, [doctor]);
    const { items } = await answerOf<Notifications>(await doctor.get('/api/notifications'));
    const path = `/api/notifications/${items[0]?.id}/read`;
    expect((await owner.post(path)).status()).toBe(404);
    expect((await doctor.post(path)).status()).toBe(204);
    const read = await answerOf<Notifications>(await doctor.get('/api/notifications'));
    expect(read).toMatchObject({ unread: 0, items: [{ readAt: expect.any(String) }] });
    expect((await doctor.post(path)).status()).toBe(204);
    expect(await answerOf(await doctor.get('/api/notifications'))).toEqual(read);
  });

  test('all are marked read in one go; the list can show the unread ones only', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await Promise.all(['A', 'B'].map((subject) => startThread(owner, [doctor], { subject })));
    expect(await answerOf(await doctor.post('/api/notifications/read-all'))).toEqual({ marked: 2 });
    expect(await answerOf(await doctor.post('/api/notifications/read-all'))).toEqual({ marked: 0 });
    await startThread(owner, [doctor], { subject: 'C' });
    const unread = await answerOf<Notifications>(await doctor.get('/api/notifications?unread=true'));
    expect(unread).toMatchObject({ total: 1, unread: 1, items: [{ title: 'C' }] });
    expect(await answerOf(await doctor.get('/api/notifications?pageSize=2'))).toMatchObject({ total: 3 });
  });

  test('people who were here before get an e-mail with a link, seen in the outbox', async ({ api, auth, stack }) => {
    const [owner, doctor, patient] = await Promise.all([api.as('owner'), api.as('doctor'), api.as('patient')]);
    await Promise.all([threadsOf(doctor), threadsOf(patient)]);
    const { id } = await startThread(owner, [doctor, patient], { subject: 'Vaccines' });
    const { email } = await auth.account('doctor');
    const sent = await answerOf<Mails>(await owner.get(`/api/outbox?to=${encodeURIComponent(email)}`));
    expect(sent).toMatchObject({ total: 1, items: [{ to: email, subject: 'Vaccines' }] });
    expect(sent.items[0]?.text).toContain(`${stack.appOrigin}/messages/${id}`);
    expect(await answerOf(await owner.get('/api/outbox'))).toMatchObject({ total: 2 });
  });

  test('the outbox is for the owner alone', async ({ api }) => {
    const pharmacist = await api.as('pharmacist');
    expect(await answerOf(await pharmacist.get('/api/outbox'), 403)).toMatchObject({ code: 'missing-right' });
  });

  test('what services tell each other is closed to users, also past the gateway', async ({ api, auth, stack }) => {
    const owner = await api.as('owner');
    expect((await owner.post('/internal/notifications', { data: {} })).status()).toBe(404);
    const { accessToken } = (await auth.session('owner')).data as { accessToken: string };
    const past = await Promise.all(
      ['notifications', 'mails'].map((name) =>
        fetch(`${stack.url('notification-service')}/internal/${name}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
          body: '{}',
        }),
      ),
    );
    expect(past.map(({ status }) => status)).toEqual([403, 403]);
  });

  test('the directory names the active people of the account, and patients to no other patient', async ({ api }) => {
    const [owner, doctor, patient] = await Promise.all([api.as('owner'), api.as('doctor'), api.as('patient')]);
    const invited = { name: 'Ina Invited', email: `ina-${crypto.randomUUID()}@officina.example`, role: 'doctor' };
    await answerOf(await owner.post('/api/users', { data: invited }), 201);
    const doctorId = await userIdOf(doctor);
    const people = async (user: typeof owner, query = '') =>
      (await answerOf<{ items: { id: string; name: string }[] }>(await user.get(`/api/users/directory${query}`))).items;
    expect((await people(patient)).map(({ name }) => name)).toEqual(['Doris Doctor', 'Olivia Owner', 'Paul Patient']);
    expect(await people(doctor, '?role=doctor')).toEqual([{ id: doctorId, name: 'Doris Doctor', role: 'doctor' }]);
    expect((await people(owner, '?role=patient')).map(({ name }) => name)).toEqual(['Paul Patient']);
  });
});
