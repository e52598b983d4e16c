import type { ReporterSetting } from './reporters';

let remembered: ReporterSetting | undefined;

/** Keeps the setting for a reporter that Playwright makes without options. */
export function rememberSetting(setting: ReporterSetting): void {
  remembered = setting;
}

/** The setting of the configuration that this process has loaded, if it has. */
export function rememberedSetting(): ReporterSetting | undefined {
  return remembered;
}
