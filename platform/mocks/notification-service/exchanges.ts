import { randomUUID } from 'node:crypto';
import { defineExchanges, type ExchangeKit } from 'groundwork-e2e/mocks';
import { z } from 'zod';
import { identitiesBy, type InsidePerson } from '../kit/identities';

const THREADS = '/api/messages/threads';
const NOTIFICATIONS = '/api/notifications';

const made = z.object({ id: z.uuid() });
const listed = z.object({ items: z.array(made) });

interface World {
  readonly send: ExchangeKit['send'];
  readonly owner: InsidePerson;
  readonly doctor: InsidePerson;
  readonly stranger: InsidePerson;
  /** The headers of another service. */
  readonly peer: Readonly<Record<string, string>>;
}

/** Two threads, of which the second one is answered; returns the id of that one. */
async function threads({ send, owner, doctor, stranger }: World): Promise<string> {
  const start = (more: object) =>
    send({ headers: owner.headers, method: 'POST', path: THREADS, body: { subject: 'Flu jabs', text: 'Who is in?', ...more } });
  await start({ participantIds: [owner.userId] });
  await start({ participantIds: [stranger.userId] });
  await start({ subject: ' ', participantIds: [] });
  await start({ participantIds: [doctor.userId], attachmentIds: [randomUUID()] });
  await start({ participantIds: [randomUUID()] });
  const { id } = made.parse((await start({ subject: 'Årsmöte 5%', participantIds: [doctor.userId, owner.userId] })).body);
  await send({ headers: doctor.headers, path: '/api/messages/unread' });
  const path = `${THREADS}/${id}/messages`;
  await send({ headers: doctor.headers, method: 'POST', path, body: { text: ' I am. ' } });
  await send({ headers: doctor.headers, method: 'POST', path, body: { text: ' ' } });
  await send({ headers: owner.headers, path });
  for (const query of ['?sort=subject&pageSize=1', '?search=IN%3F&unread=true', '?search=%25', '?sort=author']) {
    await send({ headers: owner.headers, path: `${THREADS}${query}` });
  }
  return id;
}

async function reading({ send, owner, doctor, stranger }: World, id: string): Promise<void> {
  const path = `${THREADS}/${id}`;
  await send({ headers: owner.headers, method: 'POST', path: `${path}/read` });
  await send({ headers: doctor.headers, path: `${path}/messages?pageSize=1` });
  await send({ headers: doctor.headers, path });
  await send({ headers: stranger.headers, path });
  await send({ headers: owner.headers, path: `${THREADS}/first` });
  await send({ headers: doctor.headers, path: `/api/messages/attachments/${id}` });
  await send({ headers: { ...doctor.headers, 'last-event-id': 'last' }, path: '/api/messages/events' });
}

async function notices({ send, owner, doctor, peer }: World): Promise<void> {
  const { accountId } = owner;
  const notice = { id: randomUUID(), accountId, userIds: [doctor.userId], kind: 'stock.low', title: 'Little is left', link: '/inventory' };
  const tell = (body: object, headers = peer) => send({ headers, method: 'POST', path: '/internal/notifications', body });
  await tell(notice);
  await tell(notice);
  await tell({ ...notice, kind: 'Low!', link: 'https://elsewhere.example' });
  await tell(notice, owner.headers);
  const { headers } = doctor;
  const { items } = listed.parse((await send({ headers, path: NOTIFICATIONS })).body);
  await send({ headers, method: 'POST', path: `${NOTIFICATIONS}/${items[0]?.id}/read` });
  await send({ headers: owner.headers, method: 'POST', path: `${NOTIFICATIONS}/${items[0]?.id}/read` });
  await send({ headers, path: `${NOTIFICATIONS}?unread=true` });
  await send({ headers, method: 'POST', path: `${NOTIFICATIONS}/read-all` });
}

async function mails({ send, owner, doctor, peer }: World): Promise<void> {
  const mail = { accountId: owner.accountId, to: ' Anna@Example.org', subject: 'Welcome', text: 'Good to have you.' };
  const post = (body: object) => send({ headers: peer, method: 'POST', path: '/internal/mails', body });
  await post(mail);
  await post({ ...mail, to: 'anna', subject: '' });
  await send({ headers: owner.headers, path: '/api/outbox?to=ANNA' });
  // Links in texts lead to the app of the stack that was asked.
  await send({ headers: owner.headers, path: '/api/outbox', vague: ['text'] });
  await send({ headers: doctor.headers, path: '/api/outbox' });
}

/** Threads and their messages, notices, mails; who is refused, and why. */
export default defineExchanges(async ({ send, secret }) => {
  const identities = identitiesBy(secret('internal'));
  const accountId = randomUUID();
  const [owner, doctor, stranger, peer] = await Promise.all([
    identities.person(accountId, 'owner'),
    identities.person(accountId, 'doctor'),
    identities.person(randomUUID(), 'owner'),
    identities.service('prescription-service'),
  ]);
  const world: World = { send, owner, doctor, stranger, peer };
  await send({ path: THREADS });
  // From now on the service knows of which account this one is.
  await send({ headers: stranger.headers, path: THREADS });
  await send({ headers: doctor.headers, path: THREADS });
  await reading(world, await threads(world));
  await notices(world);
  await mails(world);
});
