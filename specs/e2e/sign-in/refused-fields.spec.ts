import { expect, test } from '../../../fixtures';
import { addPlace } from '../master-account/support/places';
import { freshRegistration } from './accounts';

test.describe('fields that the server refuses', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  for (const { language, send, password, taken, common } of [
    {
      language: 'Deutsch',
      send: 'Konto erstellen',
      password: 'Passwort',
      taken: 'Diese E-Mail-Adresse wird schon verwendet.',
      common: 'Dieses Passwort ist weit verbreitet. Bitte wählen Sie ein anderes.',
    },
    {
      language: 'Français',
      send: 'Créer le compte',
      password: 'Mot de passe',
      taken: 'Cette adresse e-mail est déjà utilisée.',
      common: 'Ce mot de passe est très répandu. Veuillez en choisir un autre.',
    },
  ] as const) {
    test(`are explained in the language of the app: ${language}`, async ({ page, pages, auth }) => {
      const { email } = await auth.account('owner');
      const register = await pages.register.open();
      await register.register({ ...freshRegistration(), password: '' });
      await pages.shell.language.choose(language);
      await page.getByLabel('E-Mail').or(page.getByLabel('e-mail')).fill(email);
      await page.getByLabel(password, { exact: true }).fill('Gw-good-enough-1');
      await page.getByRole('button', { name: send }).click();
      await expect(page.getByText(taken, { exact: true })).toBeVisible();
      await page.getByLabel(password, { exact: true }).fill('Password1234');
      await page.getByRole('button', { name: send }).click();
      await expect(page.getByLabel(password, { exact: true })).toHaveAccessibleDescription(common);
    });
  }

  test('a weak password is not sent, however early it was typed', async ({ page, pages }) => {
    const register = await pages.register.open();
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    const sent: string[] = [];
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await page.route('**/api/auth/password-policy', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await register.register({ ...freshRegistration(), password: 'tooweak' });
    letThrough();
    await expect(register.password).toHaveAccessibleDescription('This password does not meet all the rules below.');
    expect(sent).not.toContain('/api/auth/register');
  });

  test.describe('as owner', () => {
    test.use({ role: 'owner' });

    test('a field without words of its own has a sentence in the language', { tag: '@needs:pharmacy-service' }, async ({ page, pages, api }) => {
      const { name } = await addPlace(await api.as('owner'));
      await pages.locations.open();
      await pages.shell.language.choose('Deutsch');
      await page.getByRole('button', { name: `Bearbeiten ${name}` }).click();
      const postcode = page.getByLabel('Postleitzahl');
      await postcode.fill('1234567890123');
      await page.getByRole('button', { name: 'Speichern' }).click();
      await expect(postcode).toHaveAccessibleDescription('Dieser Wert wird nicht angenommen. Bitte prüfen Sie ihn.');
    });
  });
});
