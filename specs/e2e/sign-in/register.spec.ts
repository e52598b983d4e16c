import { expect, test } from '../../../fixtures';
import { freshRegistration, signInByApi } from './accounts';
import { sessionOn } from './storage';

test.describe('registration', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test.beforeEach(async ({ pages }) => {
    await pages.register.open();
  });

  test('who registers becomes the owner and is signed in', async ({ page, pages }) => {
    const registration = freshRegistration();
    await pages.register.register(registration);
    await expect(pages.dashboard.greeting(registration.name)).toBeVisible();
    await expect(pages.dashboard.position(registration.organisation, 'Owner')).toBeVisible();
    await expect(page).toHaveURL('/dashboard');
  });

  test('the password that was chosen signs in later', async ({ pages, api }) => {
    const registration = freshRegistration();
    await pages.register.register(registration);
    await pages.dashboard.heading.waitFor();
    const session = await signInByApi(await api.anonymous(), registration);
    expect(session.user).toMatchObject({ email: registration.email, name: registration.name, role: 'owner' });
  });

  test('an e-mail address can be registered once, in any case', async ({ page, pages, auth }) => {
    const { email } = await auth.account('owner');
    await pages.register.register({ ...freshRegistration(), email: email.toUpperCase() });
    await expect(pages.register.email).toHaveAccessibleDescription(/in use/);
    await expect(page).toHaveURL('/register');
    expect(await sessionOn(page)).toBeNull();
  });

  test('every empty field is named', async ({ pages }) => {
    const { register } = pages;
    await register.submit.click();
    for (const field of [register.organisation, register.name, register.email]) {
      await expect(field).toHaveAccessibleDescription('Please fill in this field.');
    }
    await expect(register.password).toHaveAccessibleDescription(
      'This password does not meet all the rules below.',
    );
  });

  const RULES = [
    { rule: 'at least 12 characters', weak: 'Short-1', strong: 'Long-Enough-1' },
    { rule: 'an upper-case letter', weak: 'all-lower-case-1', strong: 'Not-lower-case-1' },
    { rule: 'a lower-case letter', weak: 'ALL-UPPER-CASE-1', strong: 'Not-UPPER-CASE-1' },
    { rule: 'a digit', weak: 'No-Number-Here', strong: 'One-Number-Here-1' },
    { rule: 'nothing of your e-mail address', weak: 'My-renate.meier-1', strong: 'My-other-name-1' },
  ] as const;

  for (const { rule, weak, strong } of RULES) {
    test(`a password must have ${rule}`, async ({ page, pages }) => {
      const { register } = pages;
      await register.register({ ...freshRegistration(), email: 'renate.meier@officina.example', password: weak });
      await expect(register.rules.marked(rule, 'not met yet')).toBeVisible();
      await expect(register.password).toHaveAccessibleDescription(
        'This password does not meet all the rules below.',
      );
      await expect(page).toHaveURL('/register');
      await register.password.fill(strong);
      await expect(register.rules.marked(rule, 'met')).toBeVisible();
    });
  }

  test('a commonly used password is refused by the service', async ({ page, pages }) => {
    await pages.register.register({ ...freshRegistration(), password: 'Password1234' });
    await expect(pages.register.password).toHaveAccessibleDescription(/common/);
    expect(await sessionOn(page)).toBeNull();
  });

  test('sign-in and registration lead to each other', async ({ pages }) => {
    await pages.register.signInLink.click();
    await expect(pages.signIn.heading).toBeVisible();
    await pages.signIn.registerLink.click();
    await expect(pages.register.heading).toBeVisible();
  });
});
