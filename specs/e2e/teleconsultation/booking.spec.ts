import { bookOne, listed, offerSlot, sendBooking, tomorrow } from './support/consultations';
import { failOnce } from '../support/outage';
import { expect, test } from './support/test';
import { shown } from './support/times';

test.describe('booking a consultation', { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test.use({ role: 'patient' });

  test('a patient books a free slot and finds the consultation in the list', async ({ pages, pair }) => {
    await offerSlot(pair.doctor);
    const consultations = await pages.consultations.open();
    await expect(consultations.list).toContainText('There are no consultations yet.');
    const dialog = await consultations.startBooking();
    await dialog.reason.fill('A mole has grown');
    await dialog.book();
    await expect(consultations.message).toHaveText(`Your consultation with Doris Doctor on ${shown(tomorrow())} is booked.`);
    await expect(consultations.row(shown(tomorrow()))).toContainText('A mole has grown');
    await expect(consultations.row(shown(tomorrow()))).toContainText('Booked');
    await expect(consultations.freeSlots.root).toContainText('No slot is free at the moment.');
    expect((await listed(pair.doctor)).items).toMatchObject([{ reason: 'A mole has grown', state: 'booked' }]);
  });

  test('a slot that somebody else was faster for says so, and is gone from the list', async ({ pages, pair, another }) => {
    const slot = await offerSlot(pair.doctor);
    const consultations = await pages.consultations.open();
    const dialog = await consultations.startBooking();
    await dialog.reason.fill('Sore throat');
    await sendBooking(await another('patient'), slot);
    await dialog.book();
    await expect(dialog.alert).toHaveText('Somebody else has just booked this slot. Choose another one.');
    await dialog.cancel();
    await expect(consultations.freeSlots.root).toContainText('No slot is free at the moment.');
  });

  test('a booking needs a reason', async ({ pages, pair }) => {
    await offerSlot(pair.doctor);
    const dialog = await (await pages.consultations.open()).startBooking();
    await dialog.book();
    await expect(dialog.reason).toHaveAccessibleDescription(/Please fill in this field\./);
    await expect(dialog.reason).toBeFocused();
  });

  test('the slots come at the next try when the service was down, the list is there at once', async ({ pages, page, pair }) => {
    await bookOne(pair);
    await offerSlot(pair.doctor, { startsAt: tomorrow(60) });
    await failOnce(page, { path: '/api/consultations/slots', service: 'teleconsultation-service' });
    const consultations = await pages.consultations.open();
    await expect(consultations.unavailable.root).toContainText(
      'The list of slots is not available right now. (teleconsultation-service does not answer.)',
    );
    await expect(consultations.times).toHaveText([shown(tomorrow())]);
    await consultations.unavailable.retry();
    await expect(consultations.freeSlots.times).toHaveText([shown(tomorrow(60))]);
  });

  test('a patient cancels before the room is open, and the slot is free again', async ({ pages, pair }) => {
    const one = await bookOne(pair);
    const consultation = await pages.consultation(one).open();
    await consultation.cancelButton.click();
    await consultation.cancelQuestion.accept('Cancel consultation');
    await expect(consultation.message).toHaveText('The consultation was cancelled.');
    await expect(consultation.result).toContainText('Paul Patient cancelled this consultation.');
    await expect(consultation.cancelButton).toBeHidden();
    await pages.consultations.open();
    await expect(pages.consultations.freeSlots.times).toHaveText([shown(tomorrow())]);
  });
});

test.describe('the list of consultations', { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test.use({ role: 'doctor' });

  test('a doctor finds consultations by words and status, and turns their order round', async ({ pages, pair, another }) => {
    const lea = await another('patient', 'Lea Lindner');
    const first = await bookOne(pair);
    await sendBooking(lea, await offerSlot(pair.doctor, { startsAt: tomorrow(60) }), 'Sore throat');
    await pair.patient.post(`/api/consultations/${first.id}/cancel`);
    const consultations = await pages.consultations.open();
    const [early, late] = [shown(tomorrow()), shown(tomorrow(60))];
    await expect(consultations.times).toHaveText([early, late]);
    await consultations.sortByTime();
    await expect(consultations.times).toHaveText([late, early]);
    await expect(consultations.timeHeader).toHaveAttribute('aria-sort', 'descending');
    await consultations.search.fill('lindner');
    await expect(consultations.times).toHaveText([late]);
    await consultations.clearFilters.click();
    await consultations.status.selectOption('Cancelled');
    await expect(consultations.times).toHaveText([early]);
    await consultations.search.fill('nobody of this name');
    await expect(consultations.list).toContainText('No consultation matches these filters.');
  });
});
