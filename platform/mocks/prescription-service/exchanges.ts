import { randomUUID } from 'node:crypto';
import { defineExchanges, type ExchangeKit } from 'groundwork-e2e/mocks';
import { z } from 'zod';
import { identitiesBy, type InsidePerson } from '../kit/identities';

const PATH = '/api/prescriptions';
// The year stands in the number, and the number in what refusals say.
const VAGUE = ['number', 'detail'];

const made = z.object({ id: z.uuid(), lines: z.array(z.object({ id: z.uuid() }).loose()) });

const line = (substance: string, more: object = {}) => ({
  medicine: `Product with ${substance}`,
  substance,
  quantity: 2,
  dose: '1-0-1',
  ...more,
});

interface World {
  readonly send: ExchangeKit['send'];
  readonly owner: InsidePerson;
  readonly doctor: InsidePerson;
  readonly patient: InsidePerson;
}

const as = ({ headers }: InsidePerson) => ({ headers, vague: VAGUE });

async function writing({ send, owner, doctor, patient }: World): Promise<readonly [string, string]> {
  const person = { id: patient.userId, name: patient.name };
  const write = (who: InsidePerson, ...lines: readonly object[]) =>
    send({ ...as(who), method: 'POST', path: PATH, body: { patient: person, lines } });
  await write(patient, line('amoxicillin'));
  await write(owner, line('', { quantity: 0 }));
  const one = made.parse((await write(doctor, line('warfarin'), line('ibuprofen'))).body);
  const other = made.parse((await write(owner, line('amoxicillin', { itemId: randomUUID() }))).body);
  const lines = [{ ...line('warfarin'), id: one.lines[0]?.id }, line('ibuprofen', { instructions: 'With meals' })];
  await send({ ...as(doctor), method: 'PATCH', path: `${PATH}/${one.id}`, body: { lines, note: 'Twice' } });
  const profile = `${PATH}/patients/${person.id}/profile`;
  await send({ ...as(owner), method: 'PUT', path: profile, body: { allergies: ['penicillin'] } });
  await send({ ...as(patient), path: profile });
  return [one.id, other.id];
}

async function stepping({ send, owner }: World, [one, other]: readonly [string, string]): Promise<void> {
  const step = (id: string, name: string, body?: object) =>
    send({ ...as(owner), method: 'POST', path: `${PATH}/${id}/${name}`, body });
  const override = { reason: 'It was talked over' };
  await step(one, 'dispense');
  for (const id of [one, other]) {
    await step(id, 'review');
    await send({ ...as(owner), path: `${PATH}/${id}/checks` });
    await step(id, 'approve');
    await step(id, 'approve', { override });
  }
  await step(other, 'reject', { reason: ' ' });
  await step(other, 'reject', { reason: 'No longer made' });
  await step(one, 'dispense');
}

/** Writing, changing and reading prescriptions; every step; who is refused, and why. */
export default defineExchanges(async ({ send, secret }) => {
  const identities = identitiesBy(secret('internal'));
  const accountId = randomUUID();
  const [owner, doctor, patient, stranger] = await Promise.all([
    identities.person(accountId, 'owner'),
    identities.person(accountId, 'doctor'),
    identities.person(accountId, 'patient'),
    identities.person(randomUUID(), 'owner'),
  ]);
  const world: World = { send, owner, doctor, patient };
  await send({ path: PATH });
  await send({ path: PATH, headers: { 'x-officina-identity': 'forged' } });
  const ids = await writing(world);
  await stepping(world, ids);
  const [one, other] = ids;
  for (const part of ['history', 'file']) await send({ ...as(owner), path: `${PATH}/${one}/${part}` });
  await send({ ...as(owner), path: `${PATH}/${other}/label.pdf` });
  await send({ ...as(patient), path: `${PATH}?search=WARFARIN&sort=patient&pageSize=1` });
  await send({ ...as(owner), path: `${PATH}?sort=price` });
  await send({ ...as(stranger), path: `${PATH}/${one}` });
  await send({ ...as(owner), method: 'POST', path: '/internal/prescriptions', body: {} });
});
