import type { APIRequestContext } from '@playwright/test';
import type { AuthFixture } from 'groundwork-e2e';
import { test as base } from '../../../fixtures';
import { addItem, dayIn, receive, stocked } from '../inventory/support/stock';
import { invite } from '../master-account/support/people';
import { added, at, daily } from '../pharmacy/support/locations';
import { PDF } from '../prescriptions/support/files';
import { userOf } from '../prescriptions/support/people';
import { linesOf, setAllergies, take, written } from '../prescriptions/support/prescriptions';
import { bookOne, meet, offerSlot, steps, tomorrow, type Pair } from '../teleconsultation/support/consultations';
import { answerOf } from '../messages/support/answer';
import { startThread, write } from '../messages/support/threads';

/** What an account holds in which every page has something to show. */
export interface Filled {
  /** Short of stock, with goods that expire soon. */
  readonly item: { readonly id: string; readonly gtin: string };
  /** In review, with a major interaction and an allergy of its patient. */
  readonly prescription: { readonly id: string };
  /** Booked, without a consent. */
  readonly booked: { readonly id: string };
  /** A room with both in it, and messages. */
  readonly room: { readonly id: string };
  /** A conversation with an answer and a file. */
  readonly thread: { readonly id: string };
  /** A published location with holidays and delivery. */
  readonly pharmacy: { readonly slug: string };
  /** The token of an invitation that nobody has accepted. */
  readonly invitation: string;
}

interface Filling {
  readonly api: { as(role: 'owner' | 'doctor' | 'patient'): Promise<APIRequestContext> };
  readonly auth: AuthFixture;
}

/**
 * `test` on an account that all tests of the worker share and that holds something for every page:
 * for tests that only look.
 */
export const test = base.extend<{ filled: Filled }>({
  accounts: async ({ signInService, perWorker }, use) => {
    await use(await perWorker('accounts of the filled', async () => signInService.tenant('filled')));
  },
  filled: async ({ api, auth, perWorker }, use) => {
    await use(await perWorker('filled account', () => fill({ api, auth })));
  },
});

async function fill({ api, auth }: Filling): Promise<Filled> {
  const owner = await api.as('owner');
  const [doctor, patient] = await Promise.all([api.as('doctor'), api.as('patient')]);
  const [item, prescription, rooms, thread, invitation, pharmacy] = await Promise.all([
    stockOf(owner),
    prescriptionOf(owner, auth),
    consultationsOf({ doctor, patient }),
    conversationOf(owner, doctor),
    peopleOf(owner),
    pharmacyOf(owner),
  ]);
  return { item, prescription, ...rooms, thread, invitation, pharmacy };
}

async function stockOf(owner: APIRequestContext) {
  await addItem(owner, { name: 'Ventolin', form: 'Inhaler' });
  const item = await stocked(owner, { reorderLevel: 30, targetLevel: 60 }, { days: 9 });
  await receive(owner, item.id, { lot: 'LOT-2', days: 400, quantity: 2 });
  return item;
}

async function prescriptionOf(owner: APIRequestContext, auth: AuthFixture) {
  const patient = await userOf(auth, 'patient');
  await setAllergies(owner, patient, ['penicillin']);
  await written(owner, { patient, note: 'Call before it is fetched' });
  const lines = linesOf('warfarin', 'ibuprofen', 'amoxicillin');
  const prescription = await written(owner, { patient, lines });
  await answerOf(await take(owner, prescription, 'review'));
  return prescription;
}

async function consultationsOf(pair: Pair) {
  const room = await meet(pair, { startsAt: tomorrow() });
  const booked = await bookOne(pair, { startsAt: tomorrow(60) });
  await offerSlot(pair.doctor, { startsAt: tomorrow(120) });
  await steps.write(pair.doctor, room, 'Where does it itch?');
  await steps.write(pair.patient, room, 'On both arms');
  await steps.note(pair.doctor, room);
  return { room, booked };
}

async function conversationOf(owner: APIRequestContext, doctor: APIRequestContext) {
  const multipart = { file: { ...PDF, name: 'Order list.pdf' } };
  const file = await answerOf<{ id: string }>(await owner.post('/api/messages/attachments', { multipart }), 201);
  const thread = await startThread(owner, [doctor], { subject: 'Cold chain', attachmentIds: [file.id] });
  await write(doctor, thread.id, 'It is on its way.');
  return thread;
}

async function peopleOf(owner: APIRequestContext): Promise<string> {
  const [gone, { token }] = await Promise.all([
    invite(owner, { name: 'Gina Gone', role: 'assistant' }),
    invite(owner, { name: 'Nora Newcomer', phone: '+41 31 555 12 34' }),
  ]);
  await answerOf(await owner.post(`/api/users/${gone.id}/deactivate`));
  return token;
}

async function pharmacyOf(owner: APIRequestContext) {
  const pharmacy = await added(owner, { status: 'published', openingHours: daily('08:00', '18:30') });
  const holidays = [{ date: dayIn(30), name: 'Stocktaking', from: null, to: null }];
  const deliveryZones = [{ postcode: '3011', fee: 500, minimumOrder: 2_000, minutes: 90 }];
  await answerOf(await owner.put(at(pharmacy, '/holidays'), { data: { holidays } }));
  await answerOf(await owner.put(at(pharmacy, '/delivery-zones'), { data: { deliveryZones } }));
  return pharmacy;
}
