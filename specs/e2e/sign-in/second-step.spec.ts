import { expect, test as base } from '../../../fixtures';
import type { Credentials } from '../../../page-objects';
import { setUpSecondFactor } from './second-factor';
import { sessionOn } from './storage';

interface OwnerWithFactor extends Credentials {
  readonly recoveryCode: string;
  /** A code that no earlier step has used up. */
  freshCode(): string;
}

const test = base.extend<{ owner: OwnerWithFactor }>({
  /** The owner of the test's account, with a second factor. */
  owner: async ({ auth, api }, use) => {
    const { email, password } = await auth.account('owner');
    const { secret, recoveryCodes } = await setUpSecondFactor(await api.as('owner'), (key) => auth.code(key));
    await use({ email, password, recoveryCode: recoveryCodes[0] ?? '', freshCode: () => auth.code(secret, 1) });
  },
});

test.describe('second step', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test.beforeEach(async ({ pages, owner }) => {
    await pages.signIn.open();
    await pages.signIn.signIn(owner);
    await pages.signIn.secondStep.heading.waitFor();
  });

  test('the password alone signs nobody in', async ({ page, pages }) => {
    expect(await sessionOn(page)).toBeNull();
    await page.goto('/dashboard');
    await expect(pages.signIn.heading).toBeVisible();
  });

  test('a code of the authenticator app signs in', async ({ page, pages, owner }) => {
    await pages.signIn.secondStep.enterCode(owner.freshCode());
    await expect(pages.dashboard.heading).toBeVisible();
    await expect(page).toHaveURL('/dashboard');
  });

  test('a code may be typed with a space in the middle', async ({ pages, owner }) => {
    const code = owner.freshCode();
    await pages.signIn.secondStep.enterCode(`${code.slice(0, 3)} ${code.slice(3)}`);
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('a wrong code is refused and another one may follow', async ({ page, pages, owner }) => {
    const code = owner.freshCode();
    await pages.signIn.secondStep.enterCode(wrong(code));
    await expect(pages.signIn.secondStep.problem).toHaveText('This code is wrong. Check it and try again.');
    expect(await sessionOn(page)).toBeNull();
    await pages.signIn.secondStep.enterCode(code);
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('what is not six digits is named before anything is sent', async ({ page, pages }) => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await pages.signIn.secondStep.enterCode('12345');
    await expect(pages.signIn.secondStep.code).toHaveAccessibleDescription(
      'Please enter the six digits that your app shows.',
    );
    expect(sent).toEqual([]);
  });

  test('a code works once', async ({ pages, owner }) => {
    const code = owner.freshCode();
    await pages.signIn.secondStep.enterCode(code);
    await pages.dashboard.heading.waitFor();
    await pages.shell.userMenu.signOut();
    await pages.signIn.signIn(owner);
    await pages.signIn.secondStep.enterCode(code);
    await expect(pages.signIn.secondStep.problem).toHaveText(
      'This code was used already. Wait for the next one.',
    );
  });

  test('a recovery code signs in', async ({ pages, owner }) => {
    await pages.signIn.secondStep.enterRecoveryCode(owner.recoveryCode);
    await expect(pages.dashboard.heading).toBeVisible();
    await expect(pages.dashboard.card('Security').root).toContainText('9 recovery codes left');
  });

  test('a recovery code may be typed in capitals and without its dash', async ({ pages, owner }) => {
    await pages.signIn.secondStep.enterRecoveryCode(owner.recoveryCode.replace('-', '').toUpperCase());
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('a recovery code works once', async ({ pages, owner }) => {
    await pages.signIn.secondStep.enterRecoveryCode(owner.recoveryCode);
    await pages.dashboard.heading.waitFor();
    await pages.shell.userMenu.signOut();
    await pages.signIn.signIn(owner);
    await pages.signIn.secondStep.enterRecoveryCode(owner.recoveryCode);
    await expect(pages.signIn.secondStep.problem).toHaveText('This code is wrong. Check it and try again.');
  });

  test('after five wrong codes sign-in starts anew', async ({ page, pages, owner }) => {
    const { secondStep } = pages.signIn;
    const code = owner.freshCode();
    for (let time = 0; time < 5; time += 1) {
      const answered = page.waitForResponse('**/api/auth/second-step');
      await secondStep.enterCode(wrong(code));
      await answered;
      await expect(secondStep.problem).toHaveText('This code is wrong. Check it and try again.');
    }
    await secondStep.enterCode(code);
    await expect(pages.signIn.heading).toBeVisible();
    await expect(pages.signIn.problem).toHaveText(
      'That took too long or too many tries. Please sign in again.',
    );
    expect(await sessionOn(page)).toBeNull();
  });

  test('the user may go back to the first step', async ({ pages, owner }) => {
    await pages.signIn.secondStep.back.click();
    await expect(pages.signIn.heading).toBeVisible();
    await pages.signIn.signIn(owner);
    await pages.signIn.secondStep.enterCode(owner.freshCode());
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('the user may change between app and recovery code', async ({ pages }) => {
    const { secondStep } = pages.signIn;
    await expect(secondStep.code).toBeFocused();
    await secondStep.useRecoveryCode.click();
    await expect(secondStep.recoveryCode).toBeVisible();
    await secondStep.useApp.click();
    await expect(secondStep.code).toBeVisible();
    await expect(secondStep.recoveryCode).toBeHidden();
  });
});

/** A six-digit code that the app does not show now. */
function wrong(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');
}
