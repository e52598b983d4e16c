export { bringChromium } from './bring';
export type { BringTools, InstallStep, Rights, RunStep } from './bring';
export { chooseChromium, chromiumVariable, findChromium, headedVariable } from './find';
export type { FoundChromium } from './find';
export { chromiumLaunchOptions } from './launch-options';
export type { LaunchSurroundings } from './launch-options';
export type { Engine, Machine } from './machine';
export { installedBrowsers } from './playwright-builds';
export type { InstalledBrowsers } from './playwright-builds';
