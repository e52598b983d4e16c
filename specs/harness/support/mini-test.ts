import { test as base } from '@playwright/test';
import { MiniProject } from './mini-project';

/** Makes a mini project of files (path → content). */
export type MakeProject = (files: Readonly<Record<string, string>>) => MiniProject;

/** The `test` of specs on mini projects: what they have made and started is gone after each test. */
export const test = base.extend<{ makeProject: MakeProject }>({
  makeProject: async ({}, use) => {
    const made: MiniProject[] = [];
    await use((files) => {
      const project = new MiniProject(files);
      made.push(project);
      return project;
    });
    await Promise.all(made.map((project) => project.remove()));
  },
});

export { expect } from '@playwright/test';
