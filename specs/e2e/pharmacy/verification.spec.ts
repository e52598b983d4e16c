import type { APIRequestContext } from '@playwright/test';
import { expect } from '../../../fixtures';
import { answerOf } from '../inventory/support/answer';
import { test as base } from '../support/inside';
import { failOnce } from '../support/outage';
import { freshGln } from './support/gln';
import { added, at, now, published } from './support/locations';

type Decision = { readonly outcome: 'verified' } | { readonly outcome: 'refused'; readonly reason: string };

/** `test` with the office, which decides by the route that only services reach. */
const test = base.extend<{ decide: (location: { readonly id: string }, decision: Decision) => Promise<unknown> }>({
  decide: async ({ inside }, use) => {
    const office = await inside.asService('pharmacy-service');
    await use(async ({ id }, data) =>
      answerOf(await office.post(`/internal/pharmacies/${id}/verification`, { data })),
    );
  },
});

const request = async (owner: APIRequestContext, location: { readonly id: string }, gln: string) =>
  answerOf(await owner.post(at(location, '/verification'), { data: { gln } }));

test.describe('verification of a pharmacy', {
  tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'],
}, () => {
  test.use({ role: 'owner' });

  test('it is asked for by the GLN, and is pending then', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const gln = freshGln();
    const { verification, message } = await pages.pharmacy().openLocation();
    await expect(verification.root).toContainText('Not verified');
    await verification.ask(gln);
    await expect(message).toHaveText('The verification was asked for.');
    await expect(verification.root).toContainText('Being checked');
    await expect(verification.root).toContainText(`The office is checking the GLN ${gln}`);
    await expect(verification.gln).toHaveCount(0);
    await page.reload();
    await expect(verification.root).toContainText('Being checked');
    expect((await now(owner, location)).verification).toMatchObject({ state: 'pending', gln });
  });

  for (const { title, gln } of [
    { title: 'nothing', gln: '' },
    { title: 'twelve digits', gln: '760100130218' },
    { title: 'a wrong check digit', gln: '7601001302182' },
    { title: 'letters', gln: '76010013O2181' },
  ] as const) {
    test(`a GLN of ${title} is not sent`, async ({ pages, api }) => {
      const owner = await api.as('owner');
      const location = await added(owner);
      const { verification } = await pages.pharmacy().openLocation();
      await verification.ask(gln);
      await expect(verification.gln).toHaveAccessibleDescription(/Please enter a GLN of 13 digits/);
      await expect(verification.gln).toBeFocused();
      expect((await now(owner, location)).verification.state).toBe('unverified');
    });
  }

  test('a request can be withdrawn after a question', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await request(owner, await added(owner), freshGln());
    const pharmacy = await pages.pharmacy().openLocation();
    await pharmacy.verification.withdrawButton.click();
    await pharmacy.confirmation('Withdraw the request?').accept('Withdraw request');
    await expect(pharmacy.message).toHaveText('The request was withdrawn.');
    await expect(pharmacy.verification.root).toContainText('Not verified');
    await expect(pharmacy.verification.askButton).toBeVisible();
  });

  test('what the office verified has its badge, here and on the public page', async ({ pages, api, decide }) => {
    const owner = await api.as('owner');
    const location = await published(owner);
    const gln = freshGln();
    await request(owner, location, gln);
    await decide(location, { outcome: 'verified' });
    const { verification } = await pages.pharmacy().openLocation();
    await expect(verification.root).toContainText(`The office verified the GLN ${gln}`);
    await expect(verification.askButton).toHaveCount(0);
    await expect(verification.withdrawButton).toHaveCount(0);
    await expect((await pages.publicPharmacy(location).open()).badges).toContainText(['Verified pharmacy']);
  });

  test('a refusal says why, and can be asked again', async ({ pages, api, decide }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const gln = freshGln();
    await request(owner, location, gln);
    await decide(location, { outcome: 'refused', reason: 'This GLN belongs to a hospital.' });
    const { verification, message } = await pages.pharmacy().openLocation();
    await expect(verification.root).toContainText('Refused');
    await expect(verification.root).toContainText('This GLN belongs to a hospital.');
    await expect(verification.gln).toHaveValue(gln);
    await verification.ask(freshGln());
    await expect(message).toHaveText('The verification was asked for.');
    await expect(verification.root).not.toContainText('hospital');
  });

  test('a GLN that another pharmacy is verified with is refused at the field', async ({ pages, api, decide }) => {
    const owner = await api.as('owner');
    const [first, second] = [await added(owner), await added(owner, { name: 'Zweite Apotheke' })];
    const gln = freshGln();
    await request(owner, first, gln);
    await decide(first, { outcome: 'verified' });
    const { verification } = await pages.pharmacy(second).openLocation();
    await verification.ask(gln);
    await expect(verification.root).toContainText('Another pharmacy is verified with this GLN.');
    expect((await now(owner, second)).verification.state).toBe('unverified');
  });

  test('another address ends it, as was said before', async ({ pages, api, decide }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    await request(owner, location, freshGln());
    await decide(location, { outcome: 'verified' });
    const { profile, verification } = await pages.pharmacy().openLocation();
    await expect(profile.root).toContainText('A change of name or address ends that.');
    await profile.save({ street: 'Neue Gasse 9' });
    await expect(verification.root).toContainText('Not verified');
    await expect(verification.askButton).toBeVisible();
  });

  test('a decision that came meanwhile is not overrun by a withdrawal', async ({ pages, api, decide }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    await request(owner, location, freshGln());
    const pharmacy = await pages.pharmacy().openLocation();
    await pharmacy.verification.withdrawButton.click();
    await decide(location, { outcome: 'verified' });
    const question = pharmacy.confirmation('Withdraw the request?');
    await question.accept('Withdraw request');
    await expect(question.alert).toHaveText('This was changed meanwhile. Load the page again.');
    expect((await now(owner, location)).verification.state).toBe('verified');
  });

  test('the request is kept while the service is down', async ({ page, pages, api }) => {
    const location = await added(await api.as('owner'));
    const { verification, message } = await pages.pharmacy().openLocation();
    await failOnce(page, { method: 'POST', path: at(location, '/verification'), service: 'pharmacy-service' });
    await verification.ask(freshGln());
    await expect(verification.alert).toContainText('The pharmacy page is not available right now.');
    await verification.unavailable.retry();
    await expect(message).toHaveText('The verification was asked for.');
  });

  test('the audit log has words for what happened', { tag: '@needs:user-service' }, async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await published(owner);
    await request(owner, location, freshGln());
    await owner.patch(at(location), { data: { status: 'draft' } });
    const log = await pages.auditLog.open();
    await expect(log.table).toContainText('Verification asked for');
    await expect(log.table).toContainText('Pharmacy page unpublished');
  });
});
