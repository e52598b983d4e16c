import type { FullConfig } from '@playwright/test';
import { platformOf } from '../../support/config/platform-setting';
import { STATE_VARIABLE } from '../../support/config/state-variable';
import { StackView } from '../../support/stack/stack-view';
import { proveFolder } from './damager/folder';
import { routesOf, type Route } from './routes';

/** Global set-up, once the stack is up: reads every service's OpenAPI document. */
export default async function readRoutes(config: FullConfig): Promise<void> {
  const manifest = platformOf(config)?.manifest;
  const stateFile = process.env[STATE_VARIABLE];
  if (!manifest || !stateFile) throw new Error('No stack is running: this goes behind the set-up of the package.');
  const stack = new StackView(manifest, stateFile);
  const asked = Object.entries(manifest.services)
    .filter(([, { ready }]) => ready.kind === 'http')
    .map(([name]) => routesAt(name, stack.url(name)));
  proveFolder()?.setRoutes((await Promise.all(asked)).flat());
}

async function routesAt(service: string, url: string): Promise<readonly Route[]> {
  const answer = await fetch(`${url}/openapi.json`);
  // The web app answers every address with its page.
  const isDocument = answer.ok && answer.headers.get('content-type')?.includes('json');
  return isDocument ? routesOf(service, await answer.json()) : [];
}
