import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import path from 'node:path';
import { leadsOut } from '../../../support/report/serve-report';
import { withBridge, withoutStrangers } from '../../../support/report/trace-bridge';

test('no address leads out of the folder that is served', () => {
  const part = fc.constantFrom('..', '.', '', 'a', '%2e%2e', '%2E.', '..%2f', '%5c..', 'allure-results', '?', '#', '%00', '%');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const url = `/${parts.join('/')}`;
      if (leadsOut(url)) return;
      const asked = decodeURIComponent(url.split(/[?#]/)[0] ?? '').replaceAll('\\', '/');
      expect(path.posix.resolve(`/report/${asked}`)).toMatch(/^\/report(\/|$)/);
    }),
  );
  for (const url of ['/', '/data/attachments/a.zip?attachment', '/a..b', '/a%20b', '/...']) expect(leadsOut(url), url).toBe(false);
});

test("the page is given the bridge before its own scripts, and loses those from elsewhere", () => {
  const strange = '<script async src="https://stranger.example/x.js?a=1"></script>';
  const html = `<html><head lang="en"><script src="app.js"></script>${strange}</head><body>${strange}</body></html>`;
  const page = withBridge(withoutStrangers(html));
  expect(page).not.toContain('stranger');
  expect(page.indexOf('groundwork-traces.js')).toBeGreaterThan(page.indexOf('<head'));
  expect(page.indexOf('groundwork-traces.js')).toBeLessThan(page.indexOf('app.js'));
});
