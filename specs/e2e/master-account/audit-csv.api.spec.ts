import { expect } from '../../../fixtures';
import { invite } from './support/people';
import { test } from './support/test';

test.describe('audit log as CSV', {
  tag: ['@area:master-account', '@needs:api-gateway', '@needs:user-service'],
}, () => {
  for (const name of ['=HYPERLINK("http://evil.example","x")', '+41 Nora', '-2+3 Nora', '@SUM(A1:A9)']) {
    test(`a spreadsheet does not run ${name}`, async ({ api }) => {
      const owner = await api.as('owner');
      await invite(owner, { name });
      const csv = await (await owner.get('/api/audit/export.csv', { params: { action: 'user.invited' } })).text();
      expect(csv).toContain(`,"user","'${name.replaceAll('"', '""')}",`);
    });
  }

  test('is a file to download, in UTF-8', async ({ api }) => {
    const owner = await api.as('owner');
    await invite(owner, { name: 'Zoë Müller-Łukasz' });
    const answer = await owner.get('/api/audit/export.csv');
    expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="audit-log-[\d-]{10}\.csv"$/);
    expect(await answer.text()).toContain('"Zoë Müller-Łukasz"');
  });

  test('no password, code or token gets into the audit log', async ({ api, auth }) => {
    const owner = await api.as('owner');
    const { password } = await auth.account('owner');
    const next = `${password}-2`;
    await owner.put('/api/auth/password', { data: { current: password, next } });
    const { token } = await invite(owner);
    const csv = await (await owner.get('/api/audit/export.csv')).text();
    expect(csv).toContain('"auth.password-changed"');
    for (const secret of [password, next, token]) expect(csv).not.toContain(secret);
  });
});
