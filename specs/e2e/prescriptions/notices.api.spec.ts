import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../../../fixtures';
import { answerOf } from '../inventory/support/answer';
import { inState, reject, take, written } from './support/prescriptions';
import { userOf } from './support/people';

interface Notification {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
}

async function notificationsOf(who: APIRequestContext): Promise<readonly Notification[]> {
  return (await answerOf<{ items: readonly Notification[] }>(await who.get('/api/notifications'))).items;
}

const kindsOf = async (who: APIRequestContext) => (await notificationsOf(who)).map(({ kind }) => kind);

test.describe('notices of prescriptions', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service', '@needs:notification-service', '@needs:user-service'] }, () => {
  for (const { from, step, kind } of [
    { from: 'received', step: 'review', kind: 'prescription.in-review' },
    { from: 'in-review', step: 'approve', kind: 'prescription.approved' },
    { from: 'in-review', step: 'reject', kind: 'prescription.rejected' },
    { from: 'approved', step: 'dispense', kind: 'prescription.dispensed' },
  ] as const) {
    test(`${step} tells the patient and the doctor`, async ({ api, auth }) => {
      const [owner, patient, doctor] = await Promise.all([
        api.as('owner'),
        api.as('patient'),
        api.as('doctor'),
      ]);
      const prescription = await inState(owner, from, {
        patient: await userOf(auth, 'patient'),
        doctor: await userOf(auth, 'doctor'),
      });
      await take(owner, prescription, step);
      await expect.poll(() => kindsOf(patient)).toContain(kind);
      await expect.poll(() => kindsOf(doctor)).toContain(kind);
    });
  }

  test('a notice names the prescription, the reason and where to look', async ({ api, auth }) => {
    const [owner, patient] = await Promise.all([api.as('owner'), api.as('patient')]);
    const prescription = await written(owner, { patient: await userOf(auth, 'patient') });
    await reject(owner, prescription, 'The signature is missing');
    await expect.poll(() => notificationsOf(patient)).toContainEqual(
      expect.objectContaining({
        kind: 'prescription.rejected',
        title: `Prescription ${prescription.number} was rejected`,
        text: 'The signature is missing',
        link: `/prescriptions/${prescription.id}`,
      }),
    );
  });

  test('who writes a prescription is not told of it, the patient is', async ({ api, auth }) => {
    const [doctor, patient] = await Promise.all([api.as('doctor'), api.as('patient')]);
    await written(doctor, { patient: await userOf(auth, 'patient') });
    await expect.poll(() => kindsOf(patient)).toEqual(['prescription.received']);
    expect(await kindsOf(doctor)).toEqual([]);
  });
});
