import type { Page } from '@playwright/test';

/** A request of the app that is answered as by a service that is down. */
export interface Outage {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly service: string;
}

/** Answers the next such request with 503, as the gateway does; the one after that goes through. */
export async function failOnce(page: Page, { method = 'GET', path, service }: Outage): Promise<void> {
  let failed = false;
  await page.route(
    ({ pathname }) => pathname === path,
    async (route) => {
      if (failed || route.request().method() !== method) return route.fallback();
      failed = true;
      const detail = `${service} does not answer. Try again in a moment.`;
      const json = { title: 'Service unavailable', status: 503, code: 'service-unavailable', detail, service };
      await route.fulfill({ status: 503, contentType: 'application/problem+json', json });
    },
  );
}
