import { expect } from '../../../fixtures';
import { invite, inviteAll } from './support/people';
import { test } from './support/test';

const TEAM = [
  { name: 'Anna Amsler', role: 'assistant', domain: 'team.example' },
  { name: 'Beat Brunner', role: 'doctor', domain: 'clinic.example' },
  { name: 'Carla Conti', role: 'pharmacist', domain: 'team.example' },
] as const;

test.describe('users list', { tag: ['@area:master-account', '@needs:web', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  test('shows the owner as active, and as oneself', async ({ pages }) => {
    const { table } = await pages.users.open();
    const owner = table.row('Olivia Owner');
    await expect(owner.person).toContainText('You');
    await expect(owner.role).toHaveText('Owner');
    await expect(owner.status).toHaveText('Active');
    await expect(owner.secondStep).toHaveText('Off');
    await expect(owner.lastSignIn).not.toHaveText('Never');
  });

  test('shows role, state and e-mail address of an invited person', async ({ pages, api, tenant }) => {
    await tenant.account('doctor');
    const { email } = await invite(await api.as('owner'), { name: 'Ines Invited', role: 'assistant' });
    const { table } = await pages.users.open();
    await expect(table.people).toHaveCount(3);
    const ines = table.row('Ines Invited');
    await expect(ines.person).toContainText(email);
    await expect(ines.role).toHaveText('Assistant');
    await expect(ines.status).toHaveText('Invited');
    await expect(ines.lastSignIn).toHaveText('Never');
    await expect(table.row('Doris Doctor').status).toHaveText('Active');
  });

  test.describe('with a team', () => {
    test.beforeEach(async ({ api, pages }) => {
      const people = TEAM.map(({ name, role, domain }) => ({ name, role, email: `${crypto.randomUUID()}@${domain}` }));
      await inviteAll(await api.as('owner'), people);
      await pages.users.open();
    });

    test('finds people by a part of the name, whatever its case', async ({ pages }) => {
      const { filters, table, content } = pages.users;
      await filters.search.fill('BRUN');
      await expect(table.people).toHaveText([/^Beat Brunner/]);
      await expect(content.getByText('1 user', { exact: true })).toBeVisible();
    });

    test('finds people by their e-mail address', async ({ pages }) => {
      const { filters, table } = pages.users;
      await filters.search.fill('@team.example');
      await expect(table.people).toHaveText([/^Anna Amsler/, /^Carla Conti/]);
    });

    test('filters by role', async ({ pages }) => {
      const { filters, table } = pages.users;
      await filters.role.selectOption('Doctor');
      await expect(table.people).toHaveText([/^Beat Brunner/]);
      await filters.role.selectOption('Patient');
      await expect(pages.users.content.getByText('No user matches these filters.')).toBeVisible();
    });

    test('filters by state', async ({ pages }) => {
      const { filters, table } = pages.users;
      await filters.status.selectOption('Active');
      await expect(table.people).toHaveText([/^Olivia Owner/]);
      await filters.status.selectOption('Invited');
      await expect(table.people).toHaveText([/^Anna/, /^Beat/, /^Carla/]);
    });

    test('combines filters, and clears all of them at once', async ({ pages }) => {
      const { filters, table } = pages.users;
      await filters.search.fill('team');
      await filters.role.selectOption('Assistant');
      await expect(table.people).toHaveText([/^Anna Amsler/]);
      await filters.clear.click();
      await expect(table.people).toHaveCount(4);
      await expect(filters.search).toHaveValue('');
      await expect(filters.role).toHaveValue('');
      await expect(filters.clear).toBeHidden();
    });

    test('keeps the filters over a reload', async ({ pages, page }) => {
      const { filters, table } = pages.users;
      await filters.search.fill('carla');
      await expect(page).toHaveURL(/search=carla/);
      await page.reload();
      await expect(filters.search).toHaveValue('carla');
      await expect(table.people).toHaveText([/^Carla Conti/]);
    });

    test('says so when nobody matches', async ({ pages }) => {
      const { filters, table, content } = pages.users;
      await filters.search.fill('nobody of this name');
      await expect(content.getByText('No user matches these filters.')).toBeVisible();
      await expect(content.getByText('0 users')).toBeVisible();
      await expect(table.root).toBeHidden();
    });

    test('takes signs with a meaning in searches as they are', async ({ pages }) => {
      const { filters, content } = pages.users;
      await filters.search.fill('%');
      await expect(content.getByText('No user matches these filters.')).toBeVisible();
    });

    test('sorts by name, both ways', async ({ pages }) => {
      const { table } = pages.users;
      await expect(table.header('Name')).toHaveAttribute('aria-sort', 'ascending');
      await expect(table.people).toHaveText([/^Anna/, /^Beat/, /^Carla/, /^Olivia/]);
      await table.sortBy('Name');
      await expect(table.header('Name')).toHaveAttribute('aria-sort', 'descending');
      await expect(table.people).toHaveText([/^Olivia/, /^Carla/, /^Beat/, /^Anna/]);
    });

    test('sorts by role and takes the mark off the name', async ({ pages }) => {
      const { table } = pages.users;
      await table.sortBy('Role');
      await expect(table.people).toHaveText([/^Anna/, /^Beat/, /^Olivia/, /^Carla/]);
      await expect(table.header('Role')).toHaveAttribute('aria-sort', 'ascending');
      await expect(table.header('Name')).toHaveAttribute('aria-sort', 'none');
    });
  });

  test.describe('with more people than fit on a page', () => {
    const number = (index: number) => String(index + 1).padStart(2, '0');

    test.beforeEach(async ({ api, pages }) => {
      const people = Array.from({ length: 22 }, (_, index) => ({ name: `Member ${number(index)}` }));
      await inviteAll(await api.as('owner'), people);
      await pages.users.open();
    });

    test('leads from page to page', async ({ pages }) => {
      const { table, pager } = pages.users;
      await expect(pager.root).toContainText('Page 1 of 2');
      await expect(table.people).toHaveCount(20);
      await expect(pager.previous).toBeDisabled();
      await pager.next.click();
      await expect(table.people).toHaveText([/^Member 21/, /^Member 22/, /^Olivia Owner/]);
      await expect(pager.root).toContainText('Page 2 of 2');
      await expect(pager.next).toBeDisabled();
      await pager.previous.click();
      await expect(table.people.first()).toContainText('Member 01');
    });

    test('starts a search at the first page, and needs no pager for one page', async ({ pages, page }) => {
      const { table, pager, filters } = pages.users;
      await pager.next.click();
      await expect(page).toHaveURL(/page=2/);
      await filters.search.fill('Member 0');
      await expect(table.people).toHaveCount(9);
      await expect(pager.root).toBeHidden();
      await expect(page).not.toHaveURL(/page=/);
    });

    test('counts everybody, not only the page', async ({ pages }) => {
      await expect(pages.users.content.getByText('23 users')).toBeVisible();
    });
  });
});
