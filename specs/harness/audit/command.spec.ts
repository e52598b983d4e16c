import { expect, test } from '@playwright/test';
import { auditSchema } from '../../../support/audit/report/schema';
import { MiniProject } from '../support/mini-project';
import { plain, SERVER } from './support/services';

const MANIFEST = `import { definePlatform } from 'groundwork-e2e/platform';
const of = (name: string) => ({ launch: { process: { command: ['node', 'index.js'], cwd: 'services/' + name } } });
export default definePlatform({ name: 'mini', services: { a: of('a'), b: { ...of('b'), dependsOn: ['a'] } } });
`;

const sound = { 'groundwork.config.ts': MANIFEST, ...plain('a'), ...plain('b') } as Record<string, string>; // no binary files
const broken = { 'services/a/index.js': `require('./gone');\n${SERVER}` };

test('a sound platform ends with 0, a broken one with 1, and the change since is told', async () => {
  const project = new MiniProject(sound);
  try {
    const first = await project.groundwork(['audit', '--static']);
    expect(first.output).toContain('Nothing was found that stops one of 2 services');
    expect(first.code).toBe(0);
    project.write('before.json', project.read('reports/output/audit.json'));
    project.write('services/a/index.js', broken['services/a/index.js']);
    const second = await project.groundwork(['audit', '--static', '--since', 'before.json']);
    expect(second.code).toBe(1);
    expect(second.output).toContain('Since then: 0 repaired, 1 new');
    expect(second.output).toContain('services/a/index.js:1');
    const report = project.read('reports/output/audit.md');
    expect(report).toContain('# Audit of mini');
    expect(report).toContain('A victim of 1 defect: `services/a/index.js:1`');
  } finally {
    await project.remove();
  }
});

test('audit.json has the documented form', async () => {
  const project = new MiniProject({ ...sound, ...broken });
  try {
    const { output, code } = await project.groundwork(['audit', '--static', '--json']);
    expect(code).toBe(1);
    const printed = auditSchema.parse(JSON.parse(output));
    expect(auditSchema.parse(JSON.parse(project.read('reports/output/audit.json')))).toEqual(printed);
    expect(printed.order).toEqual([{ parts: [{ subject: 'a', defects: [printed.defects[0]?.id] }] }]);
  } finally {
    await project.remove();
  }
});

for (const [title, args, message] of [
  ['a file of before that is none', ['--since', 'services/a/package.json'], 'is no audit.json of this version'],
  ['a file of before that is not there', ['--since', 'gone.json'], 'gone.json cannot be read'],
  ['a pattern that finds nothing', ['--discover', 'nowhere/*'], 'matches nowhere/*'],
  ['an option that there is not', ['--statik'], "unknown option '--statik'"],
] as const) {
  test(`wrong use ends with 2: ${title}`, async () => {
    const project = new MiniProject(sound);
    try {
      const { output, code } = await project.groundwork(['audit', ...args]);
      expect(output).toContain(message);
      expect(output).not.toContain('    at ');
      expect(code).toBe(2);
    } finally {
      await project.remove();
    }
  });
}

test('services are found by their folders, and a manifest is proposed that works', async () => {
  const gateway = `const auth = process.env.AUTH_URL;\nvoid auth;\n${SERVER}`;
  const project = new MiniProject({ ...plain('auth-service'), ...plain('gateway', { 'index.js': gateway }) } as Record<string, string>); // no binary files
  try {
    const found = await project.groundwork(['audit', '--static', '--discover', 'services/*-service', 'services/gateway']);
    expect(found.output).toContain('A manifest is proposed in reports/output/groundwork.config.proposed.ts');
    expect(found.code).toBe(0);
    const proposed = project.read('reports/output/groundwork.config.proposed.ts');
    expect(proposed).toContain("AUTH_URL: '{{auth-service.url}}'");
    project.write('groundwork.config.ts', proposed);
    const again = await project.groundwork(['audit', '--static']);
    expect(again.output).toContain('stops one of 2 services');
    expect(again.code).toBe(0);
  } finally {
    await project.remove();
  }
});
