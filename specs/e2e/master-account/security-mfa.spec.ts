import { readFile } from 'node:fs/promises';
import { expect } from '../../../fixtures';
import { setUpSecondStep } from './support/second-step';
import { test } from './support/test';

const CODE = /^[a-z0-9]{5}-[a-z0-9]{5}$/i;

test.describe('two-step sign-in', { tag: ['@area:master-account', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  test('is off at first, and set up with a code of the app', async ({ pages, auth }) => {
    const { secondStep } = await pages.security.open();
    await expect(secondStep.root).toContainText('Two-step sign-in is off.');
    const wizard = await secondStep.setUp();
    await expect(wizard.qrCode).toBeVisible();
    await wizard.confirm(auth.code(await wizard.secret()));
    await expect(wizard.recoveryCodes.list).toHaveText(Array.from({ length: 10 }, () => CODE));
    await wizard.recoveryCodes.finish();
    await expect(secondStep.root).toContainText('Two-step sign-in is on.');
    await expect(secondStep.root).toContainText('10 recovery codes left');
  });

  test('sign-in then asks for a code, and lets in with the next one', async ({ pages, auth, others }) => {
    const { secondStep } = await pages.security.open();
    const wizard = await secondStep.setUp();
    const secret = await wizard.secret();
    await wizard.confirm(auth.code(secret));
    await wizard.recoveryCodes.finish();
    await expect(secondStep.turnOffButton).toBeVisible();
    const theirs = await others.stranger();
    await (await theirs.signIn.open()).signIn(await auth.account('owner'));
    await expect(theirs.signIn.secondStep.heading).toBeVisible();
    await theirs.signIn.secondStep.enterCode(auth.code(secret, 1));
    await expect(theirs.dashboard.heading).toBeVisible();
  });

  test('a wrong code does not turn it on', async ({ pages, auth, page }) => {
    const { secondStep } = await pages.security.open();
    const wizard = await secondStep.setUp();
    const later = auth.code(await wizard.secret(), 20);
    await wizard.confirm(later);
    await expect(wizard.failure).toContainText('This code is wrong.');
    await page.reload();
    await expect(secondStep.root).toContainText('Two-step sign-in is off.');
  });

  test('a code needs six digits', async ({ pages }) => {
    const wizard = await (await pages.security.open()).secondStep.setUp();
    await wizard.confirm('12345');
    await expect(wizard.code).toHaveAccessibleDescription(/Please enter the six digits that your app shows\./);
    await expect(wizard.code).toBeFocused();
  });

  test('a code can be typed with a blank, as apps show it', async ({ pages, auth }) => {
    const wizard = await (await pages.security.open()).secondStep.setUp();
    const code = auth.code(await wizard.secret());
    await wizard.confirm(`${code.slice(0, 3)} ${code.slice(3)}`);
    await expect(wizard.recoveryCodes.heading).toBeVisible();
  });

  test('stays off when the set-up is cancelled', async ({ pages }) => {
    const { secondStep } = await pages.security.open();
    const wizard = await secondStep.setUp();
    await expect(wizard.key).toBeVisible();
    await wizard.cancel();
    await expect(secondStep.root).toContainText('Two-step sign-in is off.');
    await expect(secondStep.setUpButton).toBeVisible();
  });

  test('every set-up has a key of its own', async ({ pages }) => {
    const { secondStep } = await pages.security.open();
    const wizard = await secondStep.setUp();
    const first = await wizard.secret();
    await wizard.cancel();
    await secondStep.setUp();
    await expect(wizard.key).toHaveValue(/^[A-Z2-7]{16,}$/);
    await expect(wizard.key).not.toHaveValue(first);
  });

  test('recovery codes are shown once', async ({ pages, auth, page }) => {
    const { secondStep } = await pages.security.open();
    const wizard = await secondStep.setUp();
    await wizard.confirm(auth.code(await wizard.secret()));
    const [code = ''] = await wizard.recoveryCodes.codes();
    await page.reload();
    await expect(secondStep.root).toContainText('10 recovery codes left');
    await expect(secondStep.recoveryCodes.list).toHaveCount(0);
    await expect(page.getByText(code)).toHaveCount(0);
  });

  test('recovery codes can be kept as a file', async ({ pages, auth, page }) => {
    const wizard = await (await pages.security.open()).secondStep.setUp();
    await wizard.confirm(auth.code(await wizard.secret()));
    const codes = await wizard.recoveryCodes.codes();
    const downloading = page.waitForEvent('download');
    await wizard.recoveryCodes.download.click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('officina-recovery-codes.txt');
    expect(await readFile(await download.path(), 'utf8')).toBe(`${codes.join('\n')}\n`);
  });

  test('a recovery code signs in once', async ({ api, auth, others, pages }) => {
    const { recoveryCodes } = await setUpSecondStep(await api.as('owner'));
    const [code = ''] = recoveryCodes;
    const owner = await auth.account('owner');
    const theirs = await others.stranger();
    await (await theirs.signIn.open()).signIn(owner);
    await theirs.signIn.secondStep.enterRecoveryCode(code);
    await expect(theirs.dashboard.heading).toBeVisible();
    await expect((await pages.security.open()).secondStep.root).toContainText('9 recovery codes left');
    const thief = await others.stranger();
    await (await thief.signIn.open()).signIn(owner);
    await thief.signIn.secondStep.enterRecoveryCode(code);
    await expect(thief.signIn.secondStep.problem).toContainText('This code is wrong.');
  });

  test('new recovery codes take the place of the old ones', async ({ api, auth, others, pages }) => {
    const { secret, recoveryCodes } = await setUpSecondStep(await api.as('owner'));
    const { secondStep } = await pages.security.open();
    const dialog = await secondStep.renewCodes();
    await dialog.create(auth.code(secret, 1));
    const fresh = await secondStep.recoveryCodes.codes();
    expect(fresh).toHaveLength(10);
    expect(fresh).not.toEqual(expect.arrayContaining([recoveryCodes[0]]));
    await secondStep.recoveryCodes.finish();
    const theirs = await others.stranger();
    await (await theirs.signIn.open()).signIn(await auth.account('owner'));
    await theirs.signIn.secondStep.enterRecoveryCode(recoveryCodes[0] ?? '');
    await expect(theirs.signIn.secondStep.problem).toContainText('This code is wrong.');
    await theirs.signIn.secondStep.recoveryCode.fill(fresh[0] ?? '');
    await theirs.signIn.secondStep.confirm.click();
    await expect(theirs.dashboard.heading).toBeVisible();
  });

  test('new recovery codes need a right code', async ({ api, auth, pages }) => {
    const { secret } = await setUpSecondStep(await api.as('owner'));
    const { secondStep } = await pages.security.open();
    const dialog = await secondStep.renewCodes();
    await dialog.create(auth.code(secret, 20));
    await expect(dialog.alert).toContainText('This code is wrong.');
    await dialog.cancel();
    await expect(secondStep.newCodesButton).toBeFocused();
  });

  test('is turned off with the password, and sign-in asks no more', async ({ api, auth, others, pages }) => {
    await setUpSecondStep(await api.as('owner'));
    const owner = await auth.account('owner');
    const security = await pages.security.open();
    const dialog = await security.secondStep.turnOff();
    await dialog.confirm(owner.password);
    await expect(security.message).toHaveText('Two-step sign-in was turned off.');
    await expect(security.secondStep.root).toContainText('Two-step sign-in is off.');
    const theirs = await others.signedIn(owner);
    await expect(theirs.dashboard.heading).toBeVisible();
  });

  test('stays on with a wrong password, which is said at the field', async ({ api, pages, page }) => {
    await setUpSecondStep(await api.as('owner'));
    const { secondStep } = await pages.security.open();
    const dialog = await secondStep.turnOff();
    await dialog.confirm('Wrong-Password-1');
    await expect(dialog.password).toHaveAccessibleDescription('The current password is wrong.');
    await dialog.cancel();
    await page.reload();
    await expect(secondStep.root).toContainText('Two-step sign-in is on.');
  });

  test('shows in the list of users', async ({ api, pages }) => {
    await setUpSecondStep(await api.as('owner'));
    await expect((await pages.users.open()).table.row('Olivia Owner').secondStep).toHaveText('On');
  });
});
