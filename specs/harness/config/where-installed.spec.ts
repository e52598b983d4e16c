import { expect, firefox, test, webkit } from '@playwright/test';
import { existsSync } from 'node:fs';
import { whereInstalled } from '../../../support/config/browser-projects';

const rows = [
  { engine: firefox, project: { name: 'firefox', use: { defaultBrowserType: 'firefox' as const } } },
  { engine: webkit, project: { name: 'webkit', use: { browserName: 'webkit' as const } } },
];

for (const { engine, project } of rows) {
  test(`a project for ${project.name} is there exactly where that browser is`, () => {
    const isInstalled = existsSync(engine.executablePath());
    expect(whereInstalled([project])).toEqual(isInstalled ? [project] : []);
  });
}
