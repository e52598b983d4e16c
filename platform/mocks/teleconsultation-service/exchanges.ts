import { randomUUID } from 'node:crypto';
import { defineExchanges, type ExchangeKit } from 'groundwork-e2e/mocks';
import { z } from 'zod';
import { identitiesBy, type InsidePerson } from '../kit/identities';

const PATH = '/api/consultations';
const SLOTS = `${PATH}/slots`;
const made = z.object({ id: z.uuid() });

interface World {
  readonly send: ExchangeKit['send'];
  readonly owner: InsidePerson;
  readonly doctor: InsidePerson;
  readonly patient: InsidePerson;
}

type Answer = Awaited<ReturnType<World['send']>>;

const idOf = ({ body }: Answer) => made.parse(body).id;
const line = { medicine: 'Hydrocortisone cream', substance: 'hydrocortisone', quantity: 1, dose: '1-0-1' };

// Slots are far away, so that they are free on whatever day this is asked.
const slot = (time: string, more: object = {}) => ({ startsAt: `2199-01-31T${time}:00Z`, minutes: 30, ...more });

async function offering({ send, owner, doctor, patient }: World): Promise<readonly string[]> {
  const offer = ({ headers }: InsidePerson, body: object) => send({ method: 'POST', path: SLOTS, headers, body });
  const slots = [
    idOf(await offer(doctor, slot('10:00', { consentSeconds: 90 }))),
    idOf(await offer(doctor, slot('09:00'))),
    idOf(await offer(doctor, slot('08:00', { minutes: 60 }))),
  ];
  await offer(doctor, slot('10:29'));
  await offer(doctor, { startsAt: '2001-01-31T10:00:00Z', minutes: 4 });
  await offer(owner, slot('12:00'));
  await send({ path: `${SLOTS}?pageSize=2&page=2`, headers: owner.headers });
  await send({ path: `${SLOTS}?free=perhaps`, headers: patient.headers });
  return slots;
}

async function booking({ send, doctor, patient }: World, slots: readonly string[]): Promise<readonly string[]> {
  const book = (id: string | undefined, reason: string) =>
    send({ method: 'POST', path: `${SLOTS}/${id}/book`, headers: patient.headers, body: { reason } });
  const one = idOf(await book(slots[0], ' A mole has grown '));
  const other = idOf(await book(slots[1], '100% sore'));
  await book(slots[0], 'Again');
  await book(slots[2], '  ');
  for (const id of slots) await send({ method: 'DELETE', path: `${SLOTS}/${id}`, headers: doctor.headers });
  await book(slots[2], 'Too late');
  await send({ path: SLOTS, headers: doctor.headers });
  return [one, other];
}

async function meeting({ send, doctor, patient }: World, id: string): Promise<void> {
  const step = ({ headers }: InsidePerson, name: string, body?: object) =>
    send({ method: 'POST', path: `${PATH}/${id}/${name}`, headers, body });
  await step(patient, 'join');
  await step(patient, 'consent', { accepted: false });
  await step(patient, 'consent', { accepted: true });
  await step(patient, 'join');
  await step(doctor, 'chat', { text: 'Hello?' });
  await step(doctor, 'join');
  await step(patient, 'chat', { text: 'May I come in?' });
  await step(patient, 'join');
  await step(doctor, 'chat', { text: ' Where is it? ' });
  await step(patient, 'chat', { text: 'On the left arm' });
  await step(patient, 'cancel');
  await send({ path: `${PATH}/${id}/chat?pageSize=1&page=2`, headers: patient.headers });
  const notes = `${PATH}/${id}/notes`;
  await send({ method: 'PUT', path: notes, headers: doctor.headers, body: { text: 'Eczema?' } });
  await send({ path: notes, headers: patient.headers });
}

async function ending({ send, owner, doctor, patient }: World, ids: readonly string[]): Promise<void> {
  const [one, other] = ids;
  const end = ({ headers }: InsidePerson, id: string | undefined, lines: readonly object[]) => {
    const body = { summary: 'Contact eczema', prescription: { lines } };
    // The year stands in a prescription's number.
    return send({ method: 'POST', path: `${PATH}/${id}/end`, headers, body, vague: ['number'] });
  };
  await end(doctor, one, []);
  await end(patient, one, [line]);
  await end(doctor, other, [line]);
  await end(doctor, one, [line]);
  await send({ method: 'POST', path: `${PATH}/${other}/cancel`, headers: doctor.headers });
  for (const { headers } of [owner, doctor]) await send({ path: `${PATH}/${one}`, headers, vague: ['number'] });
}

/** Slots, bookings, consent, the room, notes and the end with a prescription; who is refused, and why. */
export default defineExchanges(async ({ send, secret }) => {
  const identities = identitiesBy(secret('internal'));
  const accountId = randomUUID();
  const [owner, doctor, patient, stranger] = await Promise.all([
    identities.person(accountId, 'owner'),
    identities.person(accountId, 'doctor'),
    identities.person(accountId, 'patient'),
    identities.person(randomUUID(), 'owner'),
  ]);
  const assistant = await identities.as({ ...owner, role: 'assistant', rights: [] });
  const world: World = { send, owner, doctor, patient };
  await send({ path: PATH });
  await send({ path: PATH, headers: assistant });
  const ids = await booking(world, await offering(world));
  const [one = ''] = ids;
  await meeting(world, one);
  for (const { headers } of [owner, stranger]) await send({ path: `${PATH}/${one}/events`, headers });
  await ending(world, ids);
  for (const query of ['search=100%25', 'sort=-startsAt&pageSize=1', 'state=cancelled', 'sort=name']) {
    await send({ path: `${PATH}?${query}`, headers: patient.headers, vague: ['number'] });
  }
});
