import type { ServiceInput } from '../../../support/manifest/schema';

/** A fault of a mini service; `good` has none. */
export type Mode =
  'good' | 'exit' | 'deaf' | 'grandchild' | 'hang' | 'not-ready' | 'impostor' | 'needs-sign-in';

/** A mini service of the mode, with further keys of the manifest. */
export function service(mode: Mode = 'good', more: Partial<ServiceInput> = {}): ServiceInput {
  return {
    ...more,
    launch: { process: { command: [process.execPath, 'services/service.mjs'], env: { MODE: mode } } },
  };
}

/** Services under their names; each is told its own. */
export function named(services: Readonly<Record<string, ServiceInput>>): Record<string, ServiceInput> {
  return Object.fromEntries(
    Object.entries(services).map(([name, input]) => [name, { ...input, env: { NAME: name, ...input.env } }]),
  );
}

/** What the files of a mini project are made of; texts are TypeScript. */
export interface MiniPlatform {
  readonly services: Readonly<Record<string, ServiceInput>>;
  /** Further keys of the manifest. */
  readonly manifest?: string;
  /** Further options of the configuration. */
  readonly config?: string;
  /** The bodies of the spec files, by name. */
  readonly specs: Readonly<Record<string, string>>;
}

/** The files of a mini project that tests its mini platform. */
export function filesOf({ services, manifest = '', config = '', specs }: MiniPlatform): Record<string, string> {
  return {
    'groundwork.config.ts': `
import { definePlatform } from 'groundwork-e2e/platform';
import { sessions } from './services/strategies';
void sessions;
export default definePlatform({ name: 'mini', services: ${JSON.stringify(named(services))}, ${manifest} });
`,
    'playwright.config.ts': `
import { defineConfig, whereInstalled } from 'groundwork-e2e/config';
import platform from './groundwork.config';
void whereInstalled;
export default defineConfig(platform, { root: __dirname, report: false, testDir: 'specs', ${config} });
`,
    ...Object.fromEntries(
      Object.entries(specs).map(([name, body]) => [
        `specs/${name}.spec.ts`,
        `import { test, expect } from 'groundwork-e2e';\nvoid expect;\n${body}\n`,
      ]),
    ),
  };
}
