import { expect, test } from '../../../fixtures';

/** The app's server by another name: the same page, but of another origin. */
function otherOrigin(appOrigin: string): string {
  const { protocol, port } = new URL(appOrigin);
  return `${protocol}//localhost:${port}`;
}

const ask = (url: string) =>
  fetch(url).then(
    ({ status }) => `answered ${status}`,
    (error: Error) => error.name,
  );

test.describe('CORS in the browser', { tag: ['@area:gateway', '@needs:web', '@needs:auth-service'] }, () => {
  test('the app reads the API of another origin', async ({ page, stack }) => {
    await page.goto('/sign-in');
    expect(stack.apiUrl).not.toBe(stack.appOrigin);
    expect(await page.evaluate(ask, `${stack.apiUrl}/api/auth/password-policy`)).toBe('answered 200');
  });

  test('the same page under another name reads nothing', async ({ page, stack }) => {
    await page.goto(`${otherOrigin(stack.appOrigin)}/sign-in`);
    expect(await page.evaluate(ask, `${stack.apiUrl}/api/auth/password-policy`)).toBe('TypeError');
  });
});
