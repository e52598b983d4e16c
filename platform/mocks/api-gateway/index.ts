import { buildApp } from '@officina/shared/service/app';
import { startTracing } from '@officina/shared/middleware/tracing';
import { defineMock } from 'groundwork-e2e/mocks';
import { name as packageName, version } from '../../backend/services/api-gateway/package.json';
import { gatewayContent } from '../../backend/services/api-gateway/src/content';
import { gatewayEnvironment } from '../../backend/services/api-gateway/src/settings';
import type { paths } from '../../contracts/api-gateway';

const service = packageName.replace('@officina/', '');

// A stand-in listens there only, and a browser that a mock serves is on the same machine.
const LOOPBACK = '127.0.0.1';

/** api-gateway: it keeps nothing, so that its own routes stand here, before mocks and services alike. */
export default defineMock<paths>({
  service,
  beyond: ['* /*'],
  create: ({ http, env, log, fetch }) => {
    const settings = gatewayEnvironment.parse(env);
    const who = { service, version, build: 'mock' };
    const content = gatewayContent({ settings, who, addressOf: () => LOOPBACK, fetch });
    const app = startTracing(service).then((tracing) => buildApp({ who, log, tracing, content }));
    return [http.untyped.all('/*', async ({ request }) => (await app).fetch(request))];
  },
});
