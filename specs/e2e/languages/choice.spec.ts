import { expect, test } from '../../../fixtures';
import { freshRegistration } from '../sign-in/accounts';
import { failOnce } from '../support/outage';

const SERVICES = ['@needs:web', '@needs:auth-service', '@needs:user-service'];

test.describe('which language the app speaks', { tag: ['@area:languages', ...SERVICES] }, () => {
  const language = (code: string) => ['lang', code] as const;

  for (const { locale, speaks, why } of [
    { locale: 'it-CH', speaks: 'en', why: 'English where the browser speaks nothing that the app does' },
    { locale: 'de-AT', speaks: 'de', why: "the browser's language, whatever its region" },
  ]) {
    test.describe(() => {
      test.use({ locale });

      test(`a stranger reads ${why}`, async ({ page, pages }) => {
        await page.goto('/sign-in');
        await pages.shell.heading.waitFor();
        await expect(page.locator(':root')).toHaveAttribute(...language(speaks));
      });
    });
  }

  test('the first language of the browser counts that the app knows', async ({ page, pages }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { value: ['it', 'rm-CH', 'fr', 'de'] }));
    await page.goto('/sign-in');
    await expect(pages.shell.heading).toHaveText('Connexion');
  });

  test('a choice that the app does not know is no choice', async ({ page, pages }) => {
    await page.addInitScript(() => localStorage.setItem('officina.language', 'xx'));
    await page.goto('/sign-in');
    await expect(pages.shell.heading).toHaveText('Sign in');
    await expect(page.locator(':root')).toHaveAttribute(...language('en'));
  });

  test("without a choice in the browser, signing in changes to the user's language", async ({ page, pages, tenant, api, auth }) => {
    const change = await (await api.as('owner')).patch('/api/account', { data: { language: 'fr' } });
    expect(change.status()).toBe(200);
    await tenant.account('pharmacist');
    const signIn = await pages.signIn.open();
    await signIn.signIn(await auth.account('pharmacist'));
    await expect(pages.shell.heading).toHaveText('Bienvenue, Petra Pharmacist');
    await expect(page.locator(':root')).toHaveAttribute(...language('fr'));
  });

  test("a choice in the browser outlasts signing in as somebody of another language, and signing out", async ({ page, pages, auth }) => {
    const signIn = await pages.signIn.open();
    await signIn.language.choose('Deutsch');
    await page.getByLabel('E-Mail-Adresse').fill((await auth.account('owner')).email);
    await page.getByLabel('Passwort', { exact: true }).fill((await auth.account('owner')).password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await expect(pages.shell.heading).toHaveText('Willkommen, Olivia Owner');
    await page.getByRole('button', { name: /Olivia Owner$/ }).click();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await expect(pages.shell.heading).toHaveText('Anmelden');
  });

  test.describe(() => {
    test.use({ locale: 'de-CH' });

    test('who registers in a language has an account of that language', async ({ page, pages }) => {
      const { organisation, name, email, password } = freshRegistration();
      await page.goto('/register');
      await page.getByLabel('Organisation').fill(organisation);
      await page.getByLabel('Ihr Name').fill(name);
      await page.getByLabel('E-Mail-Adresse').fill(email);
      await page.getByLabel('Passwort', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Konto erstellen' }).click();
      await expect(pages.shell.heading).toHaveText(`Willkommen, ${name}`);
      await page.goto('/master-account/settings');
      await expect(page.getByLabel('Sprache des Kontos')).toHaveValue('de');
    });

    test('a wrong password is named in the language', async ({ page, auth }) => {
      await page.goto('/sign-in');
      await page.getByLabel('E-Mail-Adresse').fill((await auth.account('owner')).email);
      await page.getByLabel('Passwort', { exact: true }).fill('falsch');
      await page.getByRole('button', { name: 'Anmelden' }).click();
      await expect(page.getByRole('alert')).toHaveText('Die E-Mail-Adresse oder das Passwort ist falsch.');
    });
  });
});

test.describe('a change of language', { tag: ['@area:languages', ...SERVICES] }, () => {
  test.use({ role: 'owner' });

  test('leaves what was typed', async ({ page, pages }) => {
    const settings = await pages.settings.open();
    await settings.organisation.fill('Apotheke zur Post');
    await pages.shell.language.choose('Français');
    await expect(pages.shell.heading).toHaveText('Paramètres');
    await expect(page.getByLabel('Organisation')).toHaveValue('Apotheke zur Post');
  });

  for (const { name, menu, areas } of [
    {
      name: 'Deutsch',
      menu: 'Hauptnavigation',
      areas: ['Übersicht', 'Rezepte', 'Sprechstunden', 'Lager', 'Nachrichten', 'Benutzer', 'Standorte', 'Sicherheit', 'Protokoll', 'Sitzungen', 'Einstellungen'],
    },
    {
      name: 'Français',
      menu: 'Navigation principale',
      areas: ['Tableau de bord', 'Ordonnances', 'Consultations', 'Stock', 'Messages', 'Utilisateurs', 'Sites', 'Sécurité', 'Journal', 'Sessions', 'Paramètres'],
    },
  ] as const) {
    test(`${name} names every area in the navigation`, async ({ page, pages }) => {
      await pages.dashboard.open();
      await pages.shell.language.choose(name);
      await expect(page.locator(':root')).not.toHaveAttribute('lang', 'en');
      await pages.shell.navigation.reveal();
      await expect(page.getByRole('navigation', { name: menu }).getByRole('link')).toContainText(areas);
    });
  }

  test('is followed by what is told afterwards', async ({ page, pages }) => {
    await pages.users.open();
    await pages.shell.language.choose('Français');
    await page.getByRole('button', { name: 'Inviter un utilisateur' }).click();
    const dialog = page.getByRole('dialog', { name: 'Inviter un utilisateur' });
    await dialog.getByLabel('Nom', { exact: true }).fill('Nora Nouvelle');
    await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    const email = dialog.getByLabel('Adresse e-mail');
    await expect(email).toHaveAccessibleDescription('Veuillez remplir ce champ.');
    await email.fill(`nora-${crypto.randomUUID()}@officina.example`);
    await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await page.getByRole('dialog', { name: 'Invitation pour Nora Nouvelle' }).press('Escape');
    await expect(page.getByRole('status')).toHaveText('Nora Nouvelle a été invité.');
  });

  test('is followed by the notice of a service that is down', async ({ page, pages }) => {
    await pages.dashboard.open();
    await pages.shell.language.choose('Deutsch');
    await failOnce(page, { path: '/api/users', service: 'user-service' });
    await page.goto('/master-account/users');
    await expect(page.getByRole('alert')).toContainText('Die Benutzerliste ist im Moment nicht verfügbar. (user-service antwortet nicht.)');
    await expect(page.getByRole('button', { name: 'Erneut versuchen' })).toBeVisible();
  });
});
