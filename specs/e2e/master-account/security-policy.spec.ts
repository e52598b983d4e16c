import { expect } from '../../../fixtures';
import { setUpSecondStep } from './support/second-step';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('two-step policy', {
  tag: ['@area:master-account', '@needs:web', '@needs:auth-service', '@needs:user-service'],
}, () => {
  test.use({ role: 'owner' });

  test('demands nothing at first, and leads the owner too to the set-up once it is saved', async ({ pages }) => {
    const { policy } = await pages.security.open();
    await expect(policy.choice('Nobody')).toBeChecked();
    await policy.demand('All staff');
    await expect(pages.mfaSetup.heading).toBeVisible();
  });

  test('leads everybody who has no second step to the set-up', async ({ pages, others, api }) => {
    await setUpSecondStep(await api.as('owner'));
    const theirs = await others.as('assistant');
    await theirs.dashboard.open();
    const security = await pages.security.open();
    await security.policy.demand('Everyone, patients too');
    await expect(security.message).toHaveText('The policy was saved.');
    await theirs.page.reload();
    await expect(theirs.mfaSetup.heading).toBeVisible();
  });

  test('the set-up gives all rights back', async ({ pages, others, api, auth }) => {
    const owner = await api.as('owner');
    await setUpSecondStep(owner);
    await auth.account('pharmacist');
    const security = await pages.security.open();
    await security.policy.demand('All staff');
    await expect(security.message).toHaveText('The policy was saved.');
    const theirs = await others.as('pharmacist');
    await theirs.page.goto(theirs.locations.path);
    await theirs.mfaSetup.enterCode(auth.code(await theirs.mfaSetup.key.inputValue()));
    await expect(theirs.mfaSetup.recoveryCodes).toHaveCount(10);
    await theirs.mfaSetup.codesSaved.click();
    await expect(theirs.dashboard.heading).toBeVisible();
    await theirs.shell.navigation.goTo('Locations');
    await expect(theirs.locations.content.getByText('No location found.')).toBeVisible();
  });

  test('"all staff" does not mean patients', async ({ others, api, auth }) => {
    await auth.account('patient');
    await (await api.as('owner')).put('/api/auth/mfa/policy', { data: { required: 'staff' } });
    const theirs = await others.as('patient');
    await expect((await theirs.dashboard.open()).heading).toBeVisible();
  });

  test('"the owner" does not mean staff', async ({ others, api, auth }) => {
    await auth.account('pharmacist');
    await (await api.as('owner')).put('/api/auth/mfa/policy', { data: { required: 'owner' } });
    const theirs = await others.as('pharmacist');
    await expect((await theirs.dashboard.open()).heading).toBeVisible();
  });

  test('what the policy demands cannot be turned off', async ({ pages, api, auth }) => {
    const owner = await api.as('owner');
    await setUpSecondStep(owner);
    await owner.put('/api/auth/mfa/policy', { data: { required: 'owner' } });
    const { secondStep } = await pages.security.open();
    const dialog = await secondStep.turnOff();
    await dialog.confirm((await auth.account('owner')).password);
    await expect(dialog.alert).toContainText('Your organisation demands a second step');
    await dialog.cancel();
    await expect(secondStep.root).toContainText('Two-step sign-in is on.');
  });

  test('keeps what was chosen', async ({ pages, page, api }) => {
    await setUpSecondStep(await api.as('owner'));
    const security = await pages.security.open();
    await security.policy.demand('The owner');
    await expect(security.message).toHaveText('The policy was saved.');
    await page.reload();
    await expect(security.policy.choice('The owner')).toBeChecked();
  });

  test('stays as it was when it is not saved', async ({ pages, page }) => {
    const { policy } = await pages.security.open();
    await policy.choice('All staff').check();
    await page.reload();
    await expect(policy.choice('Nobody')).toBeChecked();
  });

  test('says so when it cannot be read now, and shows it at the next try', async ({ pages, page }) => {
    await failOnce(page, { path: '/api/auth/mfa/policy', service: 'auth-service' });
    const { policy, unavailable } = await pages.security.open();
    await expect(unavailable.root).toContainText('The security page is not available right now.');
    await unavailable.retry();
    await expect(policy.choice('Nobody')).toBeChecked();
  });

  test("is the owner's alone", async ({ others }) => {
    const { security } = await others.as('doctor');
    await security.open();
    await expect(security.secondStep.setUpButton).toBeVisible();
    await expect(security.policy.root).toBeHidden();
  });
});
