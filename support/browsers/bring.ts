import { findChromium } from './find';
import type { FoundChromium } from './find';
import { findOnPath } from './places';
import { runInstallStep } from './install-step';
import { thisMachine } from './machine';
import type { Machine } from './machine';

/** One command that may bring a browser. */
export interface InstallStep {
  readonly says: string;
  readonly command: readonly [string, ...string[]];
  readonly timeoutMs: number;
}

/** How a step ended: nothing if it went well, else the reason. */
export type RunStep = (step: InstallStep) => Promise<string | undefined>;

const minute = 60_000;

interface PackageManager {
  readonly name: string;
  readonly commands: readonly (readonly [string, ...string[]])[];
}

const aptInstall = ['apt-get', 'install', '-q', '-y', '--no-install-recommends'] as const;

const packageManagers: readonly PackageManager[] = [
  {
    name: 'apt-get',
    commands: [
      ['apt-get', 'update', '-q'],
      [...aptInstall, 'chromium-headless-shell', 'fonts-liberation'],
      [...aptInstall, 'chromium', 'fonts-liberation'],
    ],
  },
  { name: 'dnf', commands: [['dnf', 'install', '-q', '-y', 'chromium']] },
  { name: 'apk', commands: [['apk', 'add', '--no-cache', 'chromium']] },
];

/** The rights that installing a system package needs, and how this process gets them. */
export type Rights = 'root' | 'sudo' | 'none';

function playwrightStep(command: 'install' | 'install-deps', says: string): InstallStep {
  const cli = require.resolve('@playwright/test/cli');
  return {
    says: `${says} (playwright ${command} chromium)`,
    command: [process.execPath, cli, command, 'chromium'],
    timeoutMs: 3 * minute,
  };
}

/** What Playwright's build needs of the system; only Debian's family is known to Playwright. */
function librarySteps(machine: Machine, rights: Rights): readonly InstallStep[] {
  const isPossible = machine.platform === 'linux' && rights !== 'none';
  return isPossible && findOnPath('apt-get', machine) !== undefined
    ? [playwrightStep('install-deps', "the libraries of Playwright's Chromium")]
    : [];
}

/** The steps by the distribution's packages; none without the rights or a known package manager. */
export function packageSteps(machine: Machine, rights: Rights): readonly InstallStep[] {
  const manager = packageManagers.find(({ name }) => findOnPath(name, machine) !== undefined);
  if (manager === undefined || rights === 'none' || machine.platform !== 'linux') {
    return [];
  }
  return manager.commands.map((command) => ({
    says: `the distribution's Chromium (${command.join(' ')})`,
    command: rights === 'sudo' ? ['sudo', '-n', ...command] : command,
    timeoutMs: 5 * minute,
  }));
}

async function rightsHere(machine: Machine, run: RunStep): Promise<Rights> {
  if (process.getuid?.() === 0) {
    return 'root';
  }
  if (findOnPath('sudo', machine) === undefined) {
    return 'none';
  }
  const command = ['sudo', '-n', 'true'] as const;
  const failure = await run({ says: 'sudo without a password', command, timeoutMs: 10_000 });
  return failure === undefined ? 'sudo' : 'none';
}

/** What `bringChromium` uses; every part can be replaced in a test. */
export interface BringTools {
  readonly machine: Machine;
  readonly run: RunStep;
  readonly say: (line: string) => void;
}

function complaint(tried: readonly string[], looked: readonly string[]): Error {
  return new Error(
    [
      'There is no Chromium to test with, and none could be brought.',
      `Looked for: ${looked.join(', ')}.`,
      ...tried.map((attempt) => `Tried: ${attempt}`),
      'Install Chrome or Chromium, or run "npx playwright install --with-deps chromium" where its ' +
        'download is reachable, or set GROUNDWORK_CHROMIUM to the path of one.',
    ].join('\n'),
  );
}

/** Finds a Chromium or installs one; throws one message with all that was tried if there is no way. */
export async function bringChromium(tools: Partial<BringTools> = {}): Promise<FoundChromium> {
  const { machine = thisMachine(), run = runInstallStep, say = console.error } = tools;
  const first = findChromium(machine);
  if (first.kind !== 'missing') {
    return first;
  }
  const tried: string[] = [];
  const attempt = async (steps: readonly InstallStep[]): Promise<FoundChromium> => {
    for (const step of steps) {
      say(`No Chromium here yet: installing ${step.says} …`);
      const failure = await run(step);
      tried.push(`${step.says}: ${failure ?? 'done, but no Chromium was found afterwards'}`);
      if (findChromium(machine).kind !== 'missing') break;
    }
    return findChromium(machine);
  };
  const second = await attempt([playwrightStep('install', "Playwright's own Chromium")]);
  const rights = await rightsHere(machine, run);
  if (second.kind !== 'missing') {
    return attempt(librarySteps(machine, rights));
  }
  const third = await attempt(packageSteps(machine, rights));
  if (third.kind === 'missing') {
    throw complaint(tried, first.tried);
  }
  return third;
}
