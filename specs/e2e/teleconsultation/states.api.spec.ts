import type { APIRequestContext } from '@playwright/test';
import { problemOf, verdictOf, type Verdict } from './support/answer';
import { inState, now, STATES, steps } from './support/consultations';
import type { Consultation, State } from './support/consultations';
import { expect, test } from './support/test';

interface Case {
  readonly what: string;
  readonly who: 'doctor' | 'patient';
  readonly act: (who: APIRequestContext, one: Consultation) => ReturnType<typeof steps.join>;
  readonly verdicts: Readonly<Record<State, Verdict>>;
  /** Where it leaves the consultation, by where it stood. */
  readonly leadsTo?: Readonly<Partial<Record<State, State>>>;
}

const WRONG = '409 wrong-state';

const cases: readonly Case[] = [
  {
    what: 'a patient consents',
    who: 'patient',
    act: steps.consent,
    verdicts: { booked: 200, open: 200, ended: WRONG, cancelled: WRONG },
  },
  {
    what: 'a doctor joins',
    who: 'doctor',
    act: steps.join,
    verdicts: { booked: 200, open: 200, ended: WRONG, cancelled: WRONG },
    leadsTo: { booked: 'open' },
  },
  {
    what: 'a doctor cancels',
    who: 'doctor',
    act: steps.cancel,
    verdicts: { booked: 200, open: WRONG, ended: WRONG, cancelled: WRONG },
    leadsTo: { booked: 'cancelled' },
  },
  {
    what: 'a patient cancels',
    who: 'patient',
    act: steps.cancel,
    verdicts: { booked: 200, open: WRONG, ended: WRONG, cancelled: WRONG },
    leadsTo: { booked: 'cancelled' },
  },
  {
    what: 'a doctor writes in the room',
    who: 'doctor',
    act: steps.write,
    verdicts: { booked: '409 room-not-open', open: 201, ended: WRONG, cancelled: WRONG },
  },
  {
    what: 'a doctor takes notes',
    who: 'doctor',
    act: steps.note,
    verdicts: { booked: 200, open: 200, ended: 200, cancelled: WRONG },
  },
  {
    what: 'a doctor ends it',
    who: 'doctor',
    act: steps.end,
    verdicts: { booked: WRONG, open: 200, ended: WRONG, cancelled: WRONG },
    leadsTo: { open: 'ended' },
  },
  {
    what: 'a patient ends it',
    who: 'patient',
    act: steps.end,
    verdicts: { booked: '403 doctor-only', open: '403 doctor-only', ended: '403 doctor-only', cancelled: '403 doctor-only' },
  },
];

test.describe('the states of a consultation', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  for (const { what, who, act, verdicts, leadsTo } of cases) {
    for (const state of STATES) {
      const left = leadsTo?.[state] ?? state;

      test(`${what} while it is ${state}: ${verdicts[state]}, then it is ${left}`, async ({ pair }) => {
        const one = await inState(pair, state);
        expect(await verdictOf(await act(pair[who], one))).toBe(verdicts[state]);
        expect((await now(pair.doctor, one)).state).toBe(left);
      });
    }
  }

  test('a refusal names the state it is in and those it needs', async ({ pair }) => {
    const one = await inState(pair, 'cancelled');
    expect(await problemOf(await steps.join(pair.patient, one))).toMatchObject({
      code: 'wrong-state',
      detail: 'The consultation is "cancelled"; "join" is possible only in "booked" or "open".',
    });
  });
});
