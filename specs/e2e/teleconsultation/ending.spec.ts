import { inState, meet, now } from './support/consultations';
import { failOnce } from '../support/outage';
import { expect, test } from './support/test';

const MEDICINE = { medicine: 'Hydrocortisone cream', substance: 'hydrocortisone', quantity: '2', dose: 'Twice a day' };

test.describe('the end of a consultation', {
  tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:prescription-service', '@needs:user-service'],
}, () => {
  test.use({ role: 'doctor' });

  test('a doctor ends with a summary and a prescription, which opens from the result', async ({ pages, pair }) => {
    const one = await meet(pair);
    const consultation = await pages.consultation(one).open();
    const dialog = await consultation.startEnding();
    await dialog.summary.fill('Contact eczema');
    await dialog.prescribe.check();
    await dialog.medicines.medicine(1).fill(MEDICINE);
    await dialog.end();
    await expect(consultation.message).toHaveText('The consultation has ended.');
    await expect(consultation.result).toContainText('Contact eczema');
    await consultation.result.getByRole('link', { name: /^Prescription RX-/ }).click();
    await expect(pages.shell.heading).toHaveText(/^RX-/);
    await expect(pages.shell.main).toContainText('Hydrocortisone cream');
    expect(await now(pair.patient, one)).toMatchObject({ state: 'ended', summary: 'Contact eczema' });
  });

  test('the patient sees the end and the summary without a reload', async ({ pages, pair, alsoAs }) => {
    const one = await meet(pair);
    const [doctor, patient] = await Promise.all([
      pages.consultation(one).open(),
      alsoAs('patient').then((theirs) => theirs.consultation(one).open()),
    ]);
    await expect(patient.room.chat).toBeVisible();
    const dialog = await doctor.startEnding();
    await dialog.summary.fill('Nothing to worry about');
    await dialog.end();
    await expect(patient.result).toContainText('Nothing to worry about');
    await expect(patient.result).toContainText('No prescription was written.');
    await expect(patient.room.root).toBeHidden();
  });

  test('an end needs a summary, and a prescription its medicines', async ({ pages, pair }) => {
    const one = await meet(pair);
    const dialog = await (await pages.consultation(one).open()).startEnding();
    await dialog.end();
    await expect(dialog.summary).toHaveAccessibleDescription(/Please fill in this field\./);
    await dialog.summary.fill('Eczema');
    await dialog.prescribe.check();
    await dialog.end();
    await expect(dialog.medicines.medicine(1).medicine).toHaveAccessibleDescription('Please fill in this field.');
    expect((await now(pair.doctor, one)).state).toBe('open');
  });

  test('without the service of prescriptions the room stays open, and the end succeeds at the next try', async ({ pages, page, pair }) => {
    const one = await meet(pair);
    await failOnce(page, { path: `/api/consultations/${one.id}/end`, service: 'prescription-service', method: 'POST' });
    const consultation = await pages.consultation(one).open();
    const dialog = await consultation.startEnding();
    await dialog.summary.fill('Eczema');
    await dialog.prescribe.check();
    await dialog.medicines.medicine(1).fill(MEDICINE);
    await dialog.end();
    await expect(dialog.alert).toContainText('(prescription-service does not answer.)');
    await dialog.unavailable.retry();
    await expect(consultation.result).toContainText('Prescription RX-');
  });

  test('notes are saved, found again and missing on the page of the patient', async ({ pages, page, pair, alsoAs }) => {
    const one = await meet(pair);
    const consultation = await pages.consultation(one).open();
    await consultation.notes.save('Ask about detergents');
    await expect(consultation.message).toHaveText('Your notes were saved.');
    await page.reload();
    await expect(consultation.notes.text).toHaveValue('Ask about detergents');
    const patient = await (await alsoAs('patient')).consultation(one).open();
    await expect(patient.room.chat).toBeVisible();
    await expect(patient.notes.root).toBeHidden();
    await expect(patient.content).not.toContainText('detergents');
  });

  test('a doctor without the right to prescribe is not offered a prescription', async ({ api, pages, pair }) => {
    const one = await meet(pair);
    const owner = await api.as('owner');
    const data = { overrides: { prescriptions: 'deny' } };
    await owner.put(`/api/users/${one.doctor.id}/permissions`, { data });
    const consultation = await pages.consultation(one).open();
    await expect(pages.shell.navigation.link('Prescriptions')).toBeHidden();
    const dialog = await consultation.startEnding();
    await expect(dialog.summary).toBeVisible();
    await expect(dialog.prescribe).toBeHidden();
  });
});

test.describe('consultations for the rest of the staff', { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test.use({ role: 'pharmacist' });

  test('a pharmacist sees an open consultation, but no door, no notes and no way to cancel', async ({ pages, pair }) => {
    const consultation = await pages.consultation(await meet(pair)).open();
    await expect(consultation.heading).toHaveText('Consultation of Paul Patient with Doris Doctor');
    await expect(consultation.room.root).toContainText('Only the doctor and the patient can come into the room.');
    await expect(consultation.content.getByRole('button')).toHaveCount(0);
    await expect(consultation.notes.root).toBeHidden();
  });

  test('a pharmacist sees that it has ended, but not the summary', async ({ pages, pair }) => {
    const consultation = await pages.consultation(await inState(pair, 'ended')).open();
    await expect(consultation.result).toContainText('Only the doctor and the patient see the summary.');
    await expect(consultation.content).not.toContainText('Contact eczema');
  });

  test('the list has neither slots to book nor to offer', async ({ pages, pair }) => {
    await inState(pair, 'booked');
    const consultations = await pages.consultations.open();
    await expect(consultations.table).toHaveAccessibleName('All consultations of this account');
    await expect(consultations.times).toHaveCount(1);
    await expect(consultations.ownSlots.root).toBeHidden();
    await expect(consultations.freeSlots.root).toBeHidden();
  });
});
