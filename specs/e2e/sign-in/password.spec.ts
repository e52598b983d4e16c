import { expect, test } from '../../../fixtures';
import { dataOf, failToSignIn } from './accounts';
import { sessionOn } from './storage';

const WRONG = 'The e-mail address or the password is wrong.';

test.describe('password', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test('the right password leads to the dashboard', async ({ page, pages, auth }) => {
    const owner = await auth.account('owner');
    await pages.signIn.open();
    await pages.signIn.signIn(owner);
    await expect(pages.dashboard.greeting('Olivia Owner')).toBeVisible();
    await expect(page).toHaveURL('/dashboard');
  });

  test('a wrong password is refused and nobody is signed in', async ({ page, pages, auth }) => {
    const { email } = await auth.account('owner');
    await pages.signIn.open();
    await pages.signIn.signIn({ email, password: 'not-this-one' });
    await expect(pages.signIn.problem).toHaveText(WRONG);
    await expect(page).toHaveURL('/sign-in');
    expect(await sessionOn(page)).toBeNull();
  });

  test('an unknown e-mail address is refused with the same words', async ({ pages }) => {
    await pages.signIn.open();
    await pages.signIn.signIn({ email: 'nobody@officina.example', password: 'not-this-one' });
    await expect(pages.signIn.problem).toHaveText(WRONG);
  });

  test('after a refusal the right password still signs in', async ({ pages, auth }) => {
    const { email, password } = await auth.account('owner');
    await pages.signIn.open();
    await pages.signIn.signIn({ email, password: 'not-this-one' });
    await expect(pages.signIn.problem).toHaveText(WRONG);
    await pages.signIn.password.fill(password);
    await pages.signIn.submit.click();
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('the e-mail address may be typed in capitals', async ({ pages, auth }) => {
    const { email, password } = await auth.account('owner');
    await pages.signIn.open();
    await pages.signIn.signIn({ email: email.toUpperCase(), password });
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('the password may not be typed in other case', async ({ pages, auth }) => {
    const { email, password } = await auth.account('owner');
    await pages.signIn.open();
    await pages.signIn.signIn({ email, password: password.toLowerCase() });
    await expect(pages.signIn.problem).toHaveText(WRONG);
  });

  test('five failures lock sign-in, for the right password too', async ({ pages, auth, api }) => {
    const owner = await auth.account('owner');
    await failToSignIn(await api.anonymous(), owner.email, 5);
    await pages.signIn.open();
    await pages.signIn.signIn(owner);
    await expect(pages.signIn.problem).toHaveText(
      'Too many failed attempts: sign-in is locked. Try again in 5 minutes.',
    );
  });

  test('a deactivated user is told whom to ask', { tag: '@needs:user-service' }, async ({ pages, auth, api }) => {
    const pharmacist = await auth.account('pharmacist');
    const { id } = dataOf(await auth.session('pharmacist')).user;
    await (await api.as('owner')).post(`/api/users/${id}/deactivate`);
    await pages.signIn.open();
    await pages.signIn.signIn(pharmacist);
    await expect(pages.signIn.problem).toHaveText(
      'This user is deactivated. Ask the owner of your organisation.',
    );
  });

  test('empty fields are named and nothing is sent', async ({ page, pages }) => {
    await pages.signIn.open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await pages.signIn.submit.click();
    await expect(pages.signIn.email).toHaveAccessibleDescription('Please fill in this field.');
    await expect(pages.signIn.password).toHaveAccessibleDescription('Please fill in this field.');
    await expect(pages.signIn.email).toBeFocused();
    expect(sent).toEqual([]);
  });

  test('what is not an e-mail address is named before anything is sent', async ({ pages }) => {
    await pages.signIn.open();
    await pages.signIn.signIn({ email: 'olivia', password: 'whatever' });
    await expect(pages.signIn.email).toHaveAccessibleDescription(
      'Please enter an e-mail address, such as name@example.com.',
    );
  });

  test('the form is sent by the Enter key', async ({ pages, auth }) => {
    const { email, password } = await auth.account('owner');
    await pages.signIn.open();
    await pages.signIn.email.fill(email);
    await pages.signIn.password.fill(password);
    await pages.signIn.password.press('Enter');
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('the password is hidden until the user wants to see it', async ({ pages }) => {
    await pages.signIn.open();
    await pages.signIn.password.fill('secret words');
    await expect(pages.signIn.password).toHaveAttribute('type', 'password');
    await pages.signIn.showPassword.click();
    await expect(pages.signIn.password).toHaveAttribute('type', 'text');
    await pages.signIn.hidePassword.click();
    await expect(pages.signIn.password).toHaveAttribute('type', 'password');
  });

  test('the password is in no address and in nothing the browser stores', async ({ page, pages, auth }) => {
    const owner = await auth.account('owner');
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await pages.signIn.open();
    await pages.signIn.signIn({ ...owner, password: `${owner.password}-wrong` });
    await expect(pages.signIn.problem).toBeVisible();
    await pages.signIn.signIn(owner);
    await expect(pages.dashboard.heading).toBeVisible();
    expect(addresses.filter((address) => decodeURIComponent(address).includes(owner.password))).toEqual([]);
    expect(JSON.stringify(await page.context().storageState())).not.toContain(owner.password);
  });

  test('the session is kept in localStorage alone, under one key', async ({ page, pages, auth, stack }) => {
    await pages.signIn.open();
    await pages.signIn.signIn(await auth.account('owner'));
    await expect(pages.dashboard.heading).toBeVisible();
    const session = { name: 'officina.session', value: expect.stringContaining('"accessToken"') };
    expect(await page.context().storageState()).toEqual({
      cookies: [],
      origins: [{ origin: stack.appOrigin, localStorage: [session] }],
    });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
});
