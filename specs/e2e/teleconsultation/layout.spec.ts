import { answerOf } from './support/answer';
import { bookOne, meet, offerSlot, sendBooking, steps, tomorrow, type Consultation } from './support/consultations';
import { expect, test } from './support/test';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänshusten'.repeat(2);

test.describe('access to consultations', { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test('a patient finds them in the navigation', async ({ auth, page, pages }) => {
    await auth.signIn(page, 'patient');
    await pages.dashboard.open();
    await pages.shell.navigation.goTo('Consultations');
    await expect(pages.consultations.heading).toBeVisible();
    await expect(page).toHaveTitle('Consultations · Officina');
  });

  test('an assistant has no way to them', async ({ auth, page, pages }) => {
    await auth.signIn(page, 'assistant');
    await pages.dashboard.open();
    await pages.shell.navigation.reveal();
    await expect(pages.shell.navigation.link('Inventory')).toBeVisible();
    await expect(pages.shell.navigation.link('Consultations')).toBeHidden();
    await page.goto('/consultations');
    await expect(pages.shell.heading).toHaveText('You do not have access to this area');
  });

  test("somebody else's consultation does not exist", async ({ auth, page, pages, pair, another }) => {
    const slot = await offerSlot(pair.doctor);
    const foreign = await answerOf<Consultation>(await sendBooking(await another('patient'), slot));
    await auth.signIn(page, 'patient');
    await page.goto(`/consultations/${foreign.id}`);
    await expect(pages.shell.problem).toHaveText('This no longer exists. Load the page again.');
    await expect(pages.shell.heading).toHaveText('Consultation');
  });
});

test.describe('languages and layout of consultations', { tag: ['@area:teleconsultation', '@needs:web', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test.use({ role: 'patient' });

  for (const { language, heading, consent, accept } of [
    {
      language: 'Deutsch',
      heading: 'Sprechstunde mit Doris Doctor',
      consent: 'Ihre Einwilligung gilt 15 Minuten;',
      accept: 'Ich willige in diese Sprechstunde aus der Ferne ein',
    },
    {
      language: 'Français',
      heading: 'Consultation avec Doris Doctor',
      consent: 'Votre consentement est valable 15 minutes ;',
      accept: 'Je consens à cette consultation à distance',
    },
  ] as const) {
    test(`the consent is asked in ${language}`, async ({ page, pages, pair }) => {
      await pages.consultation(await bookOne(pair, { consentSeconds: 900 })).open();
      await pages.shell.language.choose(language);
      await expect(pages.shell.heading).toHaveText(heading);
      await expect(pages.shell.main).toContainText(consent);
      await expect(page.getByRole('checkbox', { name: accept })).toBeVisible();
    });
  }

  test.describe('on a narrow screen', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    test('the list and the slots fit without scrolling sideways', async ({ page, pages, pair }) => {
      await sendBooking(pair.patient, await offerSlot(pair.doctor), LONG);
      await offerSlot(pair.doctor, { startsAt: tomorrow(60) });
      const consultations = await pages.consultations.open();
      await expect(consultations.table).toContainText(LONG);
      await expect(consultations.freeSlots.bookButtons).toHaveCount(1);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });

    test('the room fits without scrolling sideways, with long words too', async ({ page, pages, pair }) => {
      const one = await meet(pair);
      await steps.write(pair.doctor, one, LONG.repeat(3));
      const consultation = await pages.consultation(one).open();
      await expect(consultation.room.messages).toHaveCount(1);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  });
});
