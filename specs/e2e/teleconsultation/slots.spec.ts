import { bookOne, offerSlot, slotsOf, tomorrow } from './support/consultations';
import { expect, test } from './support/test';
import { shown, typed } from './support/times';

test.describe("a doctor's slots", { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service'] }, () => {
  test.use({ role: 'doctor' });

  test('a doctor offers a slot with its length and how long consent holds', async ({ pages, pair }) => {
    const consultations = await pages.consultations.open();
    const dialog = await consultations.startOffering();
    await dialog.begins.fill(typed(tomorrow()));
    await dialog.length.selectOption('30 minutes');
    await dialog.consent.selectOption('4 hours');
    await dialog.offer();
    await expect(consultations.message).toHaveText(`The slot on ${shown(tomorrow())} was added.`);
    const row = consultations.ownSlots.row(shown(tomorrow()));
    await expect(row.getByRole('cell').first()).toHaveText('30 minutes');
    await expect(row).toContainText('4 hours');
    await expect(row).toContainText('Free');
    const { items } = await slotsOf(pair.doctor);
    expect(items).toMatchObject([{ startsAt: tomorrow(), minutes: 30, consentSeconds: 14_400 }]);
  });

  test('a slot over another one is refused in the dialog, and offered at another time', async ({ pages, pair }) => {
    await offerSlot(pair.doctor, { minutes: 30 });
    const consultations = await pages.consultations.open();
    const dialog = await consultations.startOffering();
    await dialog.begins.fill(typed(tomorrow(15)));
    await dialog.offer();
    await expect(dialog.alert).toHaveText('You have another slot at this time. Choose another time.');
    await dialog.begins.fill(typed(tomorrow(30)));
    await dialog.offer();
    await expect(consultations.ownSlots.times).toHaveText([shown(tomorrow()), shown(tomorrow(30))]);
  });

  for (const { what, value, fault } of [
    { what: 'without a time', value: '', fault: 'Please choose a day and a time.' },
    { what: 'in the past', value: '2024-02-29T10:00', fault: 'Please choose a time that is still to come.' },
  ]) {
    test(`a slot ${what} is refused at its field`, async ({ pages }) => {
      const dialog = await (await pages.consultations.open()).startOffering();
      await dialog.begins.fill(value);
      await dialog.offer();
      await expect(dialog.begins).toHaveAccessibleDescription(fault);
      await expect(dialog.begins).toBeFocused();
    });
  }

  test('a free slot is taken back, a booked one cannot be', async ({ pages, pair }) => {
    await bookOne(pair);
    await offerSlot(pair.doctor, { startsAt: tomorrow(60) });
    const consultations = await pages.consultations.open();
    const { ownSlots } = consultations;
    await expect(ownSlots.times).toHaveCount(2);
    await expect(ownSlots.row(shown(tomorrow())).getByRole('cell').nth(2)).toHaveText('Booked');
    await expect(ownSlots.takeBackButtons).toHaveCount(1);
    await ownSlots.takeBackButtons.click();
    await consultations.takeBackQuestion.accept('Take back');
    await expect(consultations.message).toHaveText(`The slot on ${shown(tomorrow(60))} was taken back.`);
    await expect(ownSlots.times).toHaveText([shown(tomorrow())]);
  });

  test('a slot that was booked meanwhile is not taken back', async ({ pages, pair }) => {
    const slot = await offerSlot(pair.doctor);
    const consultations = await pages.consultations.open();
    await consultations.ownSlots.takeBackButtons.click();
    await pair.patient.post(`/api/consultations/slots/${slot.id}/book`, { data: { reason: 'Cough' } });
    await consultations.takeBackQuestion.accept('Take back');
    await expect(consultations.takeBackQuestion.alert).toContainText('has just been booked');
  });
});
