import net, { type AddressInfo } from 'node:net';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

test('services that do not come up block their tests with the evidence, and no others', async ({ makeProject }) => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server, never a pipe
  const project = makeProject(
    filesOf({
      services: {
        taken: service('good', { port }),
        late: service('not-ready', { deadlines: { ready: 1_500 } }),
        above: service('good', { dependsOn: ['late'] }),
        good: service(),
      },
      specs: {
        all: `
test('needs the taken one', { tag: '@needs:taken' }, () => console.log('A BLOCKED TEST RAN'));
test('needs the late one', { tag: '@needs:above' }, () => console.log('A BLOCKED TEST RAN'));
test('needs the good one', { tag: '@needs:good' }, () => {});
test('needs nothing', () => {});`,
      },
    }),
  );
  const { code, output } = await project.test();
  server.close();
  expect(code).toBe(1);
  const late = 'not ready within 1\\.5 s: http://127\\.0\\.0\\.1:\\d+/health/ready answered 503: database down \\(connect ECONNREFUSED\\)';
  expect(output).toContain(`taken  down  port ${port} is taken by another program`);
  expect(output).toMatch(new RegExp(`late   down  ${late}`));
  expect(output).toContain('above  down  not started, because late is not ready');
  expect(output).toContain('1 of 4 services ready');
  expect(output).toContain('2 of 4 passed (2 passed, 2 blocked)');
  // The table wraps long lines; the beginning is what tells the evidence.
  expect(output).toMatch(new RegExp(`│ 1 +│ taken +│ port ${port} is taken by another program`));
  // It goes on being asked, and its last answer may have come since.
  expect(output).toMatch(/│ 1 +│ late +│ (not ready within 1\.5 s|http\S+ answered 503)/);
  expect(output).not.toContain('A BLOCKED TEST RAN');
  expect(output).not.toMatch(/^\s+at /m);
});

const buildOf = (script: string) =>
  `build: { command: [process.execPath, '-e', ${JSON.stringify(script)}], inputs: ['src/**'], outputs: ['built.txt'] }`;

test('a build that fails ends the run with the end of its output', async ({ makeProject }) => {
  const failing = `for (let line = 0; line < 2000; line += 1) console.error('compiling ' + line); console.error('src/a.ts: type error'); process.exitCode = 4;`;
  const project = makeProject(
    filesOf({
      services: { good: service() },
      manifest: buildOf(failing),
      specs: { all: `test('any', () => console.log('A TEST RAN'));` },
    }),
  );
  project.write('src/a.ts', 'const wrong');
  const { code, output } = await project.test();
  expect(code).toBe(1);
  expect(output).toMatch(/The platform's build ".*" ended with exit code 4:/s);
  expect(output).toContain('compiling 1999\nsrc/a.ts: type error');
  expect(output).not.toContain('compiling 100\n');
  expect(output).not.toContain('A TEST RAN');
});
