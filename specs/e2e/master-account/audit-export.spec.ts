import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { expect } from '../../../fixtures';
import { invite, inviteAll } from './support/people';
import { test } from './support/test';
import { failOnce } from '../support/outage';

const linesOf = async (download: Download) => (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');

test.describe('audit log export', { tag: ['@area:master-account', '@needs:web', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  test('holds every entry, under a name with the day', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'));
    const log = await pages.auditLog.open();
    const download = await log.export();
    expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
    const [head, ...entries] = await linesOf(download);
    expect(head).toBe('"at","actor","action","target type","target","details"');
    expect(entries).toHaveLength(2);
    expect(entries[0]).toContain(`"Olivia Owner","user.invited","user","${nora.name}"`);
    expect(entries[0]).toContain(nora.email);
    expect(entries[1]).toContain('"Olivia Owner","auth.registered"');
    await expect(log.message).toHaveText('The audit log was exported.');
  });

  test('holds only what the filters let through', async ({ pages, api }) => {
    await inviteAll(await api.as('owner'), [{ name: 'Anna Amsler' }, { name: 'Beat Brunner' }]);
    const log = await pages.auditLog.open();
    await log.filters.action.selectOption('User invited');
    await log.filters.search.fill('Amsler');
    await expect(log.actions).toHaveCount(1);
    const [, ...entries] = await linesOf(await log.export());
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('"Anna Amsler"');
  });

  test('holds more than the page shows', async ({ pages, api }) => {
    await inviteAll(await api.as('owner'), Array.from({ length: 25 }, (_, index) => ({ name: `Member ${index}` })));
    const log = await pages.auditLog.open();
    await expect(log.actions).toHaveCount(25);
    const [, ...entries] = await linesOf(await log.export());
    expect(entries).toHaveLength(26);
  });

  test('keeps commas and quotes within their cell', async ({ pages, api }) => {
    await invite(await api.as('owner'), { name: 'Nora "Nori" Newcomer, MD' });
    const [, entry] = await linesOf(await (await pages.auditLog.open()).export());
    expect(entry).toContain('"user","Nora ""Nori"" Newcomer, MD"');
  });

  test('says so when it is not possible now, and downloads at the next try', async ({ pages, page }) => {
    await failOnce(page, { path: '/api/audit/export.csv', service: 'user-service' });
    const log = await pages.auditLog.open();
    await log.exportButton.click();
    await expect(log.exportFailure.alert).toContainText('The audit log is not available right now.');
    const downloading = page.waitForEvent('download');
    await log.exportFailure.unavailable.retry();
    expect(await linesOf(await downloading)).toHaveLength(2);
    await expect(log.exportFailure.root).toBeHidden();
  });
});
