import type { PlaywrightTestConfig, Project } from '@playwright/test';
import { chromiumLaunchOptions, findChromium, headedVariable, installedBrowsers, type FoundChromium } from '../browsers';

type Use = NonNullable<PlaywrightTestConfig['use']>;
type Engine = 'chromium' | 'firefox' | 'webkit';

/** The projects with this machine's browsers filled in, and the Chromium that was found. */
export interface BrowserProjects {
  readonly projects: PlaywrightTestConfig['projects'];
  readonly chromium: FoundChromium;
}

/**
 * Tells every Chromium project how that browser is started on this machine. What the user has set
 * (`channel`, `launchOptions`, `connectOptions`) stands.
 */
export function withBrowsers(projects: readonly Project[], shared: Use): BrowserProjects {
  // Workers load the configuration again, without the runner's arguments.
  if (process.argv.some((arg) => /^--(headed|debug|ui)/.test(arg))) process.env[headedVariable] = '1';
  const chromium = findChromium();
  const around = { root: process.getuid?.() === 0, ci: Boolean(process.env.CI) };
  const { channel, ...own } = chromiumLaunchOptions(chromium, around);
  return {
    chromium,
    projects: projects.map((project) => {
      const use: Use = { ...shared, ...project.use };
      if (engineOf(use) !== 'chromium' || use.channel || use.connectOptions) return project;
      const args = [...(own.args ?? []), ...(use.launchOptions?.args ?? [])];
      const launchOptions = { ...own, ...use.launchOptions, args };
      return { ...project, use: { ...project.use, ...(channel ? { channel } : {}), launchOptions } };
    }),
  };
}

/**
 * The projects whose browser is installed here; for Firefox and WebKit, which not every machine has.
 *
 * @example projects: whereInstalled([{ name: 'firefox', use: devices['Desktop Firefox'] }])
 */
export function whereInstalled(projects: readonly Project[]): Project[] {
  const installed = installedBrowsers();
  return projects.filter((project) => installed[engineOf(project.use ?? {})]);
}

function engineOf(use: Use): Engine {
  return use.browserName ?? use.defaultBrowserType ?? 'chromium';
}
