import { expect, test } from '../../../fixtures';
import { inState, linesOf } from './support/prescriptions';

const WORDS = [
  { language: 'Deutsch', heading: 'Rezepte', state: 'In Prüfung', severity: 'Schwerwiegend', step: 'Freigeben' },
  { language: 'Français', heading: 'Ordonnances', state: 'En contrôle', severity: 'Grave', step: 'Valider' },
] as const;

test.describe('prescriptions in other languages', { tag: ['@area:prescriptions', '@needs:web', '@needs:prescription-service'] }, () => {
  test.use({ role: 'owner' });

  for (const { language, heading, state, severity, step } of WORDS) {
    test(`list and page speak ${language}`, async ({ pages, page, api }) => {
      const lines = linesOf('warfarin', 'ibuprofen');
      const prescription = await inState(await api.as('owner'), 'in-review', { lines });
      await pages.prescriptions.open();
      await pages.shell.language.choose(language);
      await expect(pages.shell.heading).toHaveText(heading);
      const main = page.getByRole('main');
      await expect(main.getByRole('table')).toContainText(state);
      await main.getByRole('link', { name: prescription.number }).click();
      await expect(main).toContainText(severity);
      await expect(main.getByRole('button', { name: step, exact: true })).toBeVisible();
    });
  }
});
