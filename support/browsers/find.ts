import { UsageError } from '../errors/usage-error';
import { findOnPath, wellKnownPlaces } from './places';
import { playwrightBuild } from './playwright-builds';
import { thisMachine } from './machine';
import type { Machine } from './machine';

/** Which Chromium there is to test with. */
export type FoundChromium =
  | { readonly kind: 'playwright'; readonly build: 'headless-shell' | 'full' }
  | { readonly kind: 'system'; readonly executablePath: string }
  | { readonly kind: 'missing'; readonly tried: readonly string[] };

/** Environment variable that names the Chromium to use, before every other. */
export const chromiumVariable = 'GROUNDWORK_CHROMIUM';

/** Set when a window is asked for: by `--headed`, `--debug` or `--ui`. */
export const headedVariable = 'GROUNDWORK_HEADED';

// A whole browser without a window still builds its user interface: a page opens several times slower.
const shells = ['chromium-headless-shell', 'chrome-headless-shell'] as const;
const browsers = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'] as const;

function commandsFor({ env }: Machine): readonly string[] {
  const isHeaded = Boolean(env[headedVariable] ?? env.PWDEBUG);
  return isHeaded ? browsers : [...shells, ...browsers];
}

function namedChromium(machine: Machine): string | undefined {
  const named = machine.env[chromiumVariable];
  if (named === undefined || named === '') {
    return undefined;
  }
  if (!machine.isExecutable(named)) {
    throw new UsageError(
      `${chromiumVariable} names "${named}", but no program is there. Correct the path, or unset ` +
        'the variable so that a browser is looked for.',
    );
  }
  return named;
}

/** Decides which Chromium to use; all it knows of the machine comes from the argument. */
export function chooseChromium(machine: Machine): FoundChromium {
  const named = namedChromium(machine);
  if (named !== undefined) {
    return { kind: 'system', executablePath: named };
  }
  const build = playwrightBuild(machine);
  if (build !== undefined) {
    return { kind: 'playwright', build };
  }
  const commands = commandsFor(machine);
  const system =
    commands.map((name) => findOnPath(name, machine)).find((file) => file !== undefined) ??
    wellKnownPlaces(machine).find((file) => machine.isExecutable(file));
  if (system !== undefined) {
    return { kind: 'system', executablePath: system };
  }
  const own = machine.playwrightExecutable('chromium');
  return {
    kind: 'missing',
    tried: [
      chromiumVariable,
      ...(own === undefined ? [] : [own]),
      ...commands.map((name) => `${name} on PATH`),
      ...wellKnownPlaces(machine),
    ],
  };
}

/** Looks for a Chromium on this machine; throws if `GROUNDWORK_CHROMIUM` names none. */
export function findChromium(machine: Machine = thisMachine()): FoundChromium {
  return chooseChromium(machine);
}
