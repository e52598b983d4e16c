import { definePlatform, postgres } from 'groundwork-e2e/platform';
import { officinaSessions } from './platform/testing/session-strategy';
import { officinaTenants } from './platform/testing/tenant-strategy';

const credentials = { user: 'officina', password: 'officina' };

const databases = ['auth', 'users', 'pharmacy', 'inventory', 'notifications', 'prescriptions', 'teleconsultations'];

/** A bundled program of `platform/`. */
const program = (folder: string) => ({
  process: {
    command: [process.execPath, `platform/${folder}/main.js`],
    inputs: [`platform/${folder}/**`],
  },
  container: {
    dockerfile: { context: 'platform', args: { PROGRAM: folder }, inputs: [`${folder}/**`] },
  },
});
const service = (name: string) => program(`backend/services/${name}/dist`);
/** A service that can also be mocked; exchanges with the real one hold the mock to it. */
const mockable = (name: string, hasExchanges = false) => {
  const folder = `platform/mocks/${name}`;
  const exchanges = hasExchanges ? `${folder}/exchanges.ts` : undefined;
  const mock = { module: `${folder}/index.ts`, contract: `platform/contracts/${name}.json`, exchanges };
  return { ...service(name), mock };
};

const database = (name: string) =>
  `postgres://${credentials.user}:${credentials.password}@{{database.host}}:{{database.port}}/${name}`;
const started = (name: string) => ({ service: name, when: 'started' }) as const;

export default definePlatform({
  name: 'officina',
  app: 'web',
  api: 'api-gateway',
  traces: true,
  build: {
    command: [process.execPath, 'platform/build.mjs'],
    inputs: ['platform/build.mjs', 'platform/backend/**/*.{ts,json}', 'platform/web/**/*', 'package-lock.json'],
    outputs: ['platform/backend/services/auth-service/dist/main.js', 'platform/web/dist'],
  },
  services: {
    database: {
      launch: {
        process: postgres({ ...credentials, databases }),
        container: { image: 'postgres:16', postgres: { ...credentials, databases } },
      },
      ready: { kind: 'postgres', ...credentials, database: 'auth' },
      owner: 'platform',
    },
    'auth-service': {
      launch: mockable('auth-service', true),
      env: {
        DATABASE_URL: database('auth'),
        INTERNAL_KEY: '{{secret.internal}}',
        TOKEN_SECRET: '{{secret.token}}',
        APP_URL: '{{web.publicUrl}}',
        PASSWORD_COST: '10',
      },
      dependsOn: [started('database')],
      routes: ['/api/auth/**'],
      owner: 'identity',
    },
    'user-service': {
      launch: mockable('user-service', true),
      env: {
        DATABASE_URL: database('users'),
        INTERNAL_KEY: '{{secret.internal}}',
        AUTH_URL: '{{auth-service.url}}',
      },
      dependsOn: [started('database'), started('auth-service')],
      routes: ['/api/users/**', '/api/account/**', '/api/audit/**'],
      owner: 'identity',
    },
    'pharmacy-service': {
      launch: mockable('pharmacy-service', true),
      env: {
        DATABASE_URL: database('pharmacy'),
        INTERNAL_KEY: '{{secret.internal}}',
        USER_URL: '{{user-service.url}}',
      },
      dependsOn: [started('database'), started('user-service')],
      routes: ['/api/pharmacies/**'],
      owner: 'pharmacy',
    },
    'inventory-service': {
      launch: mockable('inventory-service', true),
      env: { DATABASE_URL: database('inventory'), INTERNAL_KEY: '{{secret.internal}}' },
      dependsOn: [started('database')],
      routes: ['/api/inventory/**'],
      owner: 'pharmacy',
    },
    'notification-service': {
      launch: mockable('notification-service', true),
      env: {
        DATABASE_URL: database('notifications'),
        INTERNAL_KEY: '{{secret.internal}}',
        APP_URL: '{{web.publicUrl}}',
      },
      dependsOn: [started('database')],
      routes: ['/api/messages/**', '/api/notifications/**', '/api/outbox/**'],
      owner: 'messages',
    },
    'prescription-service': {
      launch: mockable('prescription-service', true),
      env: {
        DATABASE_URL: database('prescriptions'),
        INTERNAL_KEY: '{{secret.internal}}',
        INVENTORY_URL: '{{inventory-service.url}}',
        NOTIFICATION_URL: '{{notification-service.url}}',
      },
      dependsOn: [started('database'), started('inventory-service'), started('notification-service')],
      routes: ['/api/prescriptions/**'],
      owner: 'pharmacy',
    },
    'teleconsultation-service': {
      launch: mockable('teleconsultation-service', true),
      env: {
        DATABASE_URL: database('teleconsultations'),
        INTERNAL_KEY: '{{secret.internal}}',
        NOTIFICATION_URL: '{{notification-service.url}}',
        PRESCRIPTION_URL: '{{prescription-service.url}}',
      },
      dependsOn: [
        started('database'),
        started('notification-service'),
        started('prescription-service'),
      ],
      routes: ['/api/consultations/**'],
      owner: 'care',
    },
    'api-gateway': {
      launch: mockable('api-gateway'),
      env: {
        INTERNAL_KEY: '{{secret.internal}}',
        AUTH_URL: '{{auth-service.url}}',
        USER_URL: '{{user-service.url}}',
        PHARMACY_URL: '{{pharmacy-service.url}}',
        NOTIFICATION_URL: '{{notification-service.url}}',
        INVENTORY_URL: '{{inventory-service.url}}',
        PRESCRIPTION_URL: '{{prescription-service.url}}',
        TELECONSULTATION_URL: '{{teleconsultation-service.url}}',
        CORS_ORIGINS: '{{web.publicUrl}}',
        RATE_LIMIT: 'off',
      },
      dependsOn: [started('auth-service')],
      owner: 'platform',
    },
    web: {
      launch: program('web/dist'),
      env: { API_URL: '{{api-gateway.publicUrl}}' },
      dependsOn: [started('api-gateway')],
      owner: 'web',
    },
  },
  roles: { owner: {}, pharmacist: {}, assistant: {}, doctor: {}, patient: {} },
  session: officinaSessions,
  tenants: officinaTenants,
});
