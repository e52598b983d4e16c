import { bookOne, meet, now, steps } from './support/consultations';
import { failOnce } from '../support/outage';
import { expect, test } from './support/test';

test.describe('the way into the room', { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test.use({ role: 'patient' });

  test('a patient consents first, waits for the doctor, and joins when the room opens', async ({ pages, pair }) => {
    const one = await bookOne(pair);
    const consultation = await pages.consultation(one).open();
    await expect(consultation.heading).toHaveText('Consultation with Doris Doctor');
    await expect(consultation.consent.giveButton).toBeDisabled();
    await expect(consultation.room.root).toBeHidden();
    await consultation.consent.give();
    await expect(consultation.room.root).toContainText('The doctor has not opened the room yet.');
    await expect(consultation.room.joinButton).toBeHidden();
    await steps.join(pair.doctor, one);
    await consultation.room.joinButton.click();
    await expect(consultation.room.chat).toContainText('Nothing was written yet.');
    expect(await now(pair.doctor, one)).toMatchObject({ patientJoined: true, consent: { state: 'given' } });
  });

  test('an open room stays closed to a patient who has not consented', async ({ pages, pair }) => {
    const one = await bookOne(pair);
    await steps.join(pair.doctor, one);
    const consultation = await pages.consultation(one).open();
    await expect(consultation.details).toContainText('Room open');
    await expect(consultation.consent.accept).not.toBeChecked();
    await expect(consultation.room.root).toBeHidden();
    await consultation.consent.give();
    await expect(consultation.room.joinButton).toBeVisible();
  });

  test('a consent that runs out puts the patient out of the room until it is given anew', async ({ pages, pair }) => {
    const one = await bookOne(pair, { consentSeconds: 1 });
    await steps.join(pair.doctor, one);
    const { consent, room } = await pages.consultation(one).open();
    await expect(consent.accept).toBeVisible();
    // On a slow machine a second may be over on the way in: then the patient goes in again.
    await expect(async () => {
      const inside = room.chat.waitFor({ timeout: 2_000 });
      await Promise.all([inside, steps.consent(pair.patient, one).then(() => steps.join(pair.patient, one))]);
    }).toPass();
    await expect(consent.alert).toHaveText('Your consent has expired. Consent again to go on.');
    await expect(room.root).toBeHidden();
    const back = room.message.waitFor();
    await consent.give();
    await back;
  });

  test('a patient who loads the page again is still in the room and finds what was written', async ({ pages, page, pair }) => {
    const one = await meet(pair);
    await steps.write(pair.doctor, one, 'Before the reload');
    const consultation = await pages.consultation(one).open();
    await expect(consultation.room.messages).toContainText(['Before the reload']);
    await page.reload();
    await expect(consultation.room.messages).toContainText(['Before the reload']);
  });

  test('the focus goes to the heading when the button that had it is gone', async ({ pages, pair }) => {
    const consultation = await pages.consultation(await bookOne(pair)).open();
    await consultation.consent.accept.check();
    await consultation.consent.giveButton.press('Enter');
    await expect(consultation.consent.root).toBeHidden();
    await expect(consultation.heading).toBeFocused();
  });

  test('a consent that could not be sent says so, and is sent at the next try', async ({ pages, page, pair }) => {
    const one = await bookOne(pair);
    const path = `/api/consultations/${one.id}/consent`;
    await failOnce(page, { path, service: 'teleconsultation-service', method: 'POST' });
    const consultation = await pages.consultation(one).open();
    await consultation.consent.give();
    await expect(consultation.consent.alert).toContainText('The consultation is not available right now.');
    await consultation.consent.giveButton.click();
    await expect(consultation.details).toContainText('Given until');
  });
});

test.describe('in the room', { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test.use({ role: 'doctor' });

  test('what one writes appears at once in the browser of the other, both ways', async ({ pages, pair, alsoAs }) => {
    const one = await meet(pair);
    const [doctor, patient] = await Promise.all([
      pages.consultation(one).open(),
      alsoAs('patient').then((theirs) => theirs.consultation(one).open()),
    ]);
    await doctor.room.write('Where does it itch?');
    await expect(patient.room.messages).toContainText(['Where does it itch?']);
    await patient.room.write('On both arms');
    await expect(doctor.room.messages).toContainText(['Where does it itch?', 'On both arms']);
    await expect(doctor.room.messages.last()).toContainText('Paul Patient');
    await expect(doctor.room.message).toHaveValue('');
  });

  test('the doctor opens the room and sees the patient consent and come, without a reload', async ({ pages, pair }) => {
    const one = await bookOne(pair);
    const consultation = await pages.consultation(one).open();
    await expect(consultation.room.root).toContainText('The patient has not consented yet.');
    await steps.consent(pair.patient, one);
    await expect(consultation.room.root).toContainText('The patient has consented.');
    await consultation.room.openButton.click();
    await expect(consultation.room.root).toContainText('Paul Patient has not joined yet.');
    await steps.join(pair.patient, one);
    await expect(consultation.room.root).toContainText('Paul Patient has joined.');
    await expect(consultation.cancelButton).toBeHidden();
  });

  test('an empty message is not sent', async ({ pages, pair }) => {
    const consultation = await pages.consultation(await meet(pair)).open();
    await consultation.room.write('   ');
    await expect(consultation.room.message).toHaveAccessibleDescription('Please fill in this field.');
    await expect(consultation.room.messages).toHaveCount(0);
  });

  test('what could not be sent stays in its field and is sent at the next try', async ({ pages, page, pair }) => {
    const one = await meet(pair);
    const path = `/api/consultations/${one.id}/chat`;
    await failOnce(page, { path, service: 'teleconsultation-service', method: 'POST' });
    const { room, unavailable } = await pages.consultation(one).open();
    await room.write('Do not get lost');
    await expect(room.alert).toContainText('The chat is not available right now.');
    await expect(room.message).toHaveValue('Do not get lost');
    await unavailable.retry();
    await expect(room.messages).toContainText(['Do not get lost']);
  });

  test('markup in a message is shown as it was typed', async ({ pages, pair }) => {
    const one = await meet(pair);
    await steps.write(pair.patient, one, '<img src=x onerror=alert(1)> & "more"');
    const { room } = await pages.consultation(one).open();
    await expect(room.messages).toContainText(['<img src=x onerror=alert(1)> & "more"']);
  });
});
