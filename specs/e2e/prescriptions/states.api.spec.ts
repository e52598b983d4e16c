import { expect, test } from '../../../fixtures';
import { problemOf } from '../inventory/support/answer';
import { at, inState, line, now, reject, take } from './support/prescriptions';
import type { State, Step } from './support/prescriptions';

const OLD = 'Amoxicillin Sandoz 500 mg';
const NEW = 'Dafalgan 1 g';

interface Move {
  readonly from: State;
  readonly step: Step;
  readonly to: State;
}

const MOVES: readonly Move[] = [
  { from: 'received', step: 'review', to: 'in-review' },
  { from: 'received', step: 'reject', to: 'rejected' },
  { from: 'in-review', step: 'approve', to: 'approved' },
  { from: 'in-review', step: 'reject', to: 'rejected' },
  { from: 'approved', step: 'dispense', to: 'dispensed' },
  { from: 'approved', step: 'reject', to: 'rejected' },
];

interface Refusals {
  readonly state: State;
  readonly refused: Readonly<Partial<Record<Step, string>>>;
}

const REFUSALS: readonly Refusals[] = [
  { state: 'received', refused: { approve: '"in-review"', dispense: '"approved"' } },
  { state: 'in-review', refused: { review: '"received"', dispense: '"approved"' } },
  { state: 'approved', refused: { review: '"received"', approve: '"in-review"' } },
  {
    state: 'rejected',
    refused: {
      review: '"received"',
      approve: '"in-review"',
      reject: '"received" or "in-review" or "approved"',
      dispense: '"approved"',
    },
  },
  {
    state: 'dispensed',
    refused: {
      review: '"received"',
      approve: '"in-review"',
      reject: '"received" or "in-review" or "approved"',
      dispense: '"approved"',
    },
  },
];

test.describe('prescription states', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service'] }, () => {
  for (const { from, step, to } of MOVES) {
    test(`${step} takes a prescription from ${from} to ${to}`, async ({ api }) => {
      const owner = await api.as('owner');
      const before = await inState(owner, from);
      const response = await take(owner, before, step);
      expect(response.status()).toBe(200);
      expect(await response.json()).toMatchObject({ id: before.id, state: to });
      expect(await now(owner, before)).toMatchObject({ state: to, lines: before.lines });
    });
  }

  for (const { state, refused } of REFUSALS) {
    test(`in ${state}, ${Object.keys(refused).join(', ')} is refused and says where it is possible`, async ({
      api,
    }) => {
      const owner = await api.as('owner');
      const before = await inState(owner, state);
      for (const [step, allowed] of Object.entries(refused)) {
        const response = await take(owner, before, step as Step);
        expect(response.status(), step).toBe(409);
        const { code, detail } = await problemOf(response);
        expect(code).toBe('wrong-state');
        expect(detail).toBe(`${before.number} is "${state}"; "${step}" is possible only in ${allowed}.`);
      }
      expect(await now(owner, before)).toEqual(before);
    });
  }

  for (const { state, status, medicine } of [
    { state: 'received', status: 200, medicine: NEW },
    { state: 'in-review', status: 200, medicine: NEW },
    { state: 'approved', status: 409, medicine: OLD },
    { state: 'rejected', status: 409, medicine: OLD },
    { state: 'dispensed', status: 409, medicine: OLD },
  ] as const) {
    test(`to change the lines of a prescription that is ${state} is answered ${status}`, async ({
      api,
    }) => {
      const owner = await api.as('owner');
      const before = await inState(owner, state, { lines: [line({ medicine: OLD })] });
      const lines = [line({ medicine: NEW, substance: 'paracetamol' })];
      const response = await owner.patch(at(before), { data: { lines } });
      expect(response.status()).toBe(status);
      expect((await now(owner, before)).lines).toMatchObject([{ medicine }]);
    });
  }

  test('a rejection needs a reason and keeps it', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await inState(owner, 'in-review');
    const refused = await reject(owner, prescription, ' ');
    expect(refused.status()).toBe(422);
    expect((await problemOf(refused)).errors?.map(({ path }) => path)).toEqual(['reason']);
    await reject(owner, prescription, 'The patient has died');
    expect(await now(owner, prescription)).toMatchObject({
      state: 'rejected',
      rejection: 'The patient has died',
    });
  });

  test('of two people who approve at once, one does', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await inState(owner, 'in-review');
    const answers = await Promise.all([
      take(owner, prescription, 'approve'),
      take(owner, prescription, 'approve'),
    ]);
    expect(answers.map((answer) => answer.status()).sort()).toEqual([200, 409]);
  });
});
