import type { Page } from '@playwright/test';

/** A service that does not answer, at one path. */
export interface Outage {
  readonly path: string;
  readonly service: string;
  readonly method?: string;
}

/** Answers the next request to a path as the gateway does while a service is down. */
export async function failOnce(page: Page, { path, service, method = 'GET' }: Outage): Promise<void> {
  let failed = false;
  await page.route(
    ({ pathname }) => pathname === path,
    async (route) => {
      if (failed || route.request().method() !== method) return route.fallback();
      failed = true;
      const detail = `${service} is not available. Try again in a moment.`;
      const json = { title: 'Service Unavailable', status: 503, code: 'service-unavailable', detail, service };
      await route.fulfill({ status: 503, contentType: 'application/problem+json', json });
    },
  );
}
