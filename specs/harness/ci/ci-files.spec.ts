import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CI_SYSTEMS, ciFile } from '../../../support/ci/ci-files';
import { expect, test } from '../support/mini-test';

const DEFAULTS = { shards: 4, workers: 2, image: 'node:22' };

test('the repository’s own workflow is what the command writes', () => {
  const { path: name, text } = ciFile('github', DEFAULTS);
  expect(readFileSync(path.join(__dirname, '../../..', name), 'utf8')).toBe(text);
});

for (const system of CI_SYSTEMS) {
  test(`what is written for ${system} runs every shard once, with the workers that were said`, async ({ makeProject }) => {
    const project = makeProject({ 'groundwork.config.js': '' });
    const args = ['init', '--ci', system, '--shards', '7', '--workers', '3', '--image', 'registry.example/suite:1'];
    const written = await project.groundwork(args);
    expect(written.code, written.output).toBe(0);
    const file = ciFile(system, { ...DEFAULTS, shards: 7 }).path;
    const text = project.read(file);
    expect(text).toMatch(/(npx |node_modules\/\.bin\/)playwright test --shard=\S.*\/\S+ --workers=3/);
    expect(text).toMatch(/groundwork,? merge,? \/?(shards|results),? --expect,? '?7/);
    expect(text).toMatch({ github: /shard: \[1, 2, 3, 4, 5, 6, 7\]/, gitlab: /parallel: 7/, kubernetes: /completions: 7/ }[system]);
    if (system !== 'github') expect(text).toContain('image: registry.example/suite:1');
    // The trends of the report go from run to run; in the cluster their file stays in the claim.
    expect(text.includes('reports/output/allure-history.jsonl')).toBe(system !== 'kubernetes');
    expect(text).not.toContain('\t');

    expect((await project.groundwork(args)).code).toBe(0);
    project.write(file, 'mine');
    const refused = await project.groundwork(args);
    expect(refused.code, refused.output).toBe(2);
    expect(refused.output).toContain(`${file} is there already and differs`);
    expect(project.read(file)).toBe('mine');
    expect((await project.groundwork([...args, '--force'])).code).toBe(0);
    expect(project.read(file)).toBe(text);
  });
}

test('an unknown CI is refused with those that there are', async ({ makeProject }) => {
  const project = makeProject({ 'groundwork.config.js': '' });
  const { code, output } = await project.groundwork(['init', '--ci', 'jenkins']);
  expect(code, output).toBe(2);
  expect(output).toContain('github, gitlab, kubernetes');
});
