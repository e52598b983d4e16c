import { z } from 'zod';
import { LAUNCHERS } from '../launchers/launcher-name';
import type { SessionStrategy, TenantStrategy } from './strategies';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name of small letters, digits and hyphens');
const variables = z.record(z.string(), z.string()).readonly();
const milliseconds = z.int().min(1);

const processLaunch = z.strictObject({
  command: z.array(z.string()).min(1).readonly(),
  cwd: z.string().optional(),
  env: variables.default({}),
  /** Globs, from `cwd`, of files beside those named in the command whose change makes it another program. */
  inputs: z.array(z.string()).readonly().default([]),
});

const containerLaunch = z
  .strictObject({
    /** An image that the engine has, or can pull. */
    image: z.string().min(1).optional(),
    /** How the image is built; paths from the folder of the manifest. */
    dockerfile: z
      .strictObject({
        context: z.string().default('.'),
        file: z.string().default('Dockerfile'),
        target: z.string().optional(),
        args: variables.default({}),
        /** Globs, from `context`, of the files that go into the image; nothing else is sent to the engine. */
        inputs: z.array(z.string()).min(1).readonly(),
      })
      .optional(),
    /** Makes it a PostgreSQL server with these databases. */
    postgres: z
      .strictObject({ user: z.string(), password: z.string(), databases: z.array(z.string()).min(1).readonly() })
      .optional(),
    /** The port that the program opens in the container; it is told in `PORT`. */
    port: z.int().min(1).max(65535).optional(),
    command: z.array(z.string()).min(1).readonly().optional(),
    env: variables.default({}),
  })
  .refine(({ image, dockerfile }) => (image === undefined) !== (dockerfile === undefined), 'either image or dockerfile');

const mockLaunch = z.strictObject({
  /** The module that exports the mock (`defineMock`); from the folder of the manifest. */
  module: z.string().min(1),
  /** The service's OpenAPI document, as it is kept beside the mock. */
  contract: z.string().min(1),
  /** Where the service itself serves that document. */
  document: z.string().startsWith('/').default('/openapi.json'),
  /** The script of exchanges (`defineExchanges`) by which the mock is compared with the service. */
  exchanges: z.string().min(1).optional(),
  env: variables.default({}),
});

const attachedLaunch = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).optional(),
  version: z.string().min(1).optional(),
});

const httpReady = z.strictObject({
  kind: z.literal('http').default('http'),
  path: z.string().startsWith('/').default('/health/ready'),
  identity: z.union([z.record(z.string(), z.string()), z.literal(false)]).optional(),
});

const postgresReady = z.strictObject({
  kind: z.literal('postgres'),
  user: z.string(),
  password: z.string(),
  database: z.string(),
});

const dependency = z.union([
  name,
  z.strictObject({ service: name, when: z.enum(['ready', 'started']).default('ready') }),
]);

const service = z.strictObject({
  launch: z.strictObject({
    process: processLaunch.optional(),
    container: containerLaunch.optional(),
    attached: attachedLaunch.optional(),
    mock: mockLaunch.optional(),
  }),
  launcher: z.enum(LAUNCHERS).optional(),
  env: variables.default({}),
  port: z.int().min(0).max(65535).default(0),
  dependsOn: z.array(dependency).readonly().default([]),
  ready: z.union([postgresReady, httpReady]).default({ kind: 'http', path: '/health/ready' }),
  deadlines: z
    .strictObject({
      ready: milliseconds.default(30_000),
      answer: milliseconds.default(1_000),
      stop: milliseconds.default(5_000),
    })
    .default({ ready: 30_000, answer: 1_000, stop: 5_000 }),
  routes: z.array(z.string().startsWith('/')).readonly().default([]),
  owner: z.string().optional(),
});

const account = z.strictObject({
  email: z.string().min(1),
  password: z.string().min(1),
  totpSecret: z.string().optional(),
});

const role = z.strictObject({ account: account.optional() });

const build = z.strictObject({
  command: z.array(z.string()).min(1).readonly(),
  inputs: z.array(z.string()).min(1).readonly(),
  outputs: z.array(z.string()).min(1).readonly(),
});

const functions = <T>(methods: readonly string[]) =>
  z.custom<T>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      methods.every((method) => typeof (value as Record<string, unknown>)[method] === 'function'),
    { error: `an object with the functions ${methods.join(', ')}` },
  );

const seeding = z.strictObject({ hosts: z.array(z.string().min(1)).readonly().default([]) });

/** The manifest's shape; `definePlatform` validates against it. */
export const platformSchema = z.strictObject({
  name,
  app: name.optional(),
  api: name.optional(),
  services: z.record(name, service),
  roles: z.record(z.string().min(1), role).default({}),
  session: functions<SessionStrategy>(['signIn', 'storage', 'headers']).optional(),
  tenants: functions<TenantStrategy>(['create', 'account']).optional(),
  /** Hosts beyond loopback on which tests may make tenants and accounts. */
  seeding: seeding.default({ hosts: [] }),
  /** Whether services are told to send their spans (OTLP/HTTP) to the keeper, which learns needs from them. */
  traces: z.boolean().default(false),
  /** When what a test's traffic has shown counts as its need; see `needsOfTest`. */
  learnedNeeds: z.enum(['where-undeclared', 'always']).default('where-undeclared'),
  build: build.optional(),
  paths: z
    .strictObject({ output: z.string().default('reports/output') })
    .default({ output: 'reports/output' }),
});

/** A validated manifest with every default filled in. */
export type PlatformManifest = z.output<typeof platformSchema>;
/** One service of a validated manifest. */
export type ServiceManifest = PlatformManifest['services'][string];
/** How a service says that it is ready. */
export type ReadyCheck = ServiceManifest['ready'];
/** How a service is started as a container. */
export type ContainerLaunch = z.output<typeof containerLaunch>;
/** How a service is started as a process. */
export type ProcessLaunch = z.output<typeof processLaunch>;
/** How a service is mocked. */
export type MockLaunch = z.output<typeof mockLaunch>;
/** What a user writes: defaults may be left out. */
export type PlatformInput = z.input<typeof platformSchema>;
/** What a user writes for one service. */
export type ServiceInput = PlatformInput['services'][string];
