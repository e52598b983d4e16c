import type { Engine, Machine } from '../../../support/browsers';

/** A machine of a spec: the files it has, and nothing else. */
export interface MadeUpMachine {
  readonly files?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
}

const builds: Readonly<Record<Engine, string>> = {
  chromium: '/cache/chromium-1255/chrome-linux64/chrome',
  firefox: '/cache/firefox-1572/firefox/firefox',
  webkit: '/cache/webkit-2388/pw_run.sh',
};

/** Makes a machine that has exactly these files, all of them executable. */
export function machineWith(made: MadeUpMachine = {}): Machine {
  const has = (file: string): boolean => (made.files ?? []).includes(file);
  return {
    platform: made.platform ?? 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin', ...made.env },
    exists: has,
    isExecutable: has,
    playwrightExecutable: (engine) => builds[engine],
  };
}
