import { expect, test } from '@playwright/test';
import net from 'node:net';
import { inShort } from './support/run-audit';
import { auditLive, server, type LiveCase } from './support/live';

interface Live extends LiveCase {
  readonly defect: string;
  readonly victims?: readonly string[];
}

const once = `const fs = require('node:fs');
const mark = require('node:path').join(require('node:os').tmpdir(), 'groundwork-corpus-' + process.env.GROUNDWORK_RUN_ID);
const isSecond = fs.existsSync(mark);
if (isSecond) fs.rmSync(mark); else fs.writeFileSync(mark, '');
`;
const short = { a: { deadlines: { ready: 2_500 } } };
const usesDatabase = { a: { env: { DATABASE_URL: 'postgres://x:x@{{database.host}}:{{database.port}}/x' }, dependsOn: ['database'] } };

const cases: Readonly<Record<string, Live>> = {
  'an error at the start, with its place and its victim': {
    code: { a: server('a', { before: "const config = undefined;\nconfig.read();" }), b: server('b') },
    services: { b: { dependsOn: ['a'] } },
    defect: 'error start-failed services/a/index.js:3',
    victims: ['b'],
  },
  'an error that asks for a variable': {
    code: { a: server('a', { before: "const name = 'CORPUS_' + 'KEY';\nvoid process.env.CORPUS_KEY;\nif (!process.env[name]) throw new Error(name + ' is required');" }) },
    defect: 'error variable-missing services/a/index.js:3',
  },
  'a file that is needed at the start': {
    code: { a: server('a', { before: "require('node:fs').readFileSync('keys.pem');" }) },
    defect: 'error file-missing services/a/index.js:2',
  },
  'a start that neither listens nor ends': {
    code: { a: 'setInterval(() => undefined, 1000);\n' },
    services: short,
    defect: 'error start-hangs services/a/index.js:1',
  },
  'a start that ends by itself': {
    code: { a: 'module.exports = 1;\n' },
    defect: 'error start-ended services/a/index.js:1',
  },
  'a port of its own choice': {
    code: { a: `require('node:http').createServer((_, response) => response.end()).listen(19387, '127.0.0.1');\n` },
    services: short,
    defect: 'error port-ignored services/a/index.js:1',
  },
  'a service that does not stay up': {
    code: { a: server('a', { handle: "if (request.url === '/health/live') throw new Error('not so fast');" }) },
    defect: 'error not-staying-up services/a/index.js:4',
  },
  'no health endpoint': {
    code: { a: server('a', { handle: "if (request.url === '/health/ready') { response.statusCode = 404; return response.end(); }" }) },
    services: short,
    defect: 'error health-missing services/a/index.js:1',
  },
  'a health answer of somebody else': {
    code: { a: server('other') },
    services: short,
    defect: 'error health-identity services/a/index.js:1',
  },
  'a service that is never ready': {
    code: { a: server('a', { handle: "if (request.url === '/health/ready') { response.statusCode = 503; return response.end('no queue'); }" }) },
    services: short,
    defect: 'error not-ready services/a/index.js:1',
  },
  'a health that lies': {
    code: { a: server('a') },
    services: usesDatabase,
    database: true,
    defect: 'error health-lies services/a/index.js:5',
  },
  'a hang on SIGTERM': {
    code: { a: server('a').replace(/process\.on\('SIGTERM'.*\n/, "process.on('SIGTERM', () => undefined);\n") },
    defect: 'error stop-hangs services/a/index.js:9',
  },
  'a second start that fails': {
    code: { a: server('a', { before: `${once}if (isSecond) throw new Error('the lock is still there');` }) },
    defect: 'error restart-failed services/a/index.js:6',
  },
  'a migration that fails on an empty database': {
    code: { a: server('a', { before: `throw new Error('relation "users" does not exist');` }) },
    defect: 'error migration-failed services/a/index.js:2',
  },
  'a migration that cannot be run twice': {
    code: { a: server('a', { before: `${once}if (isSecond) throw new Error('relation "users" already exists');` }) },
    defect: 'error migration-not-repeatable services/a/index.js:6',
  },
};

for (const [title, one] of Object.entries(cases)) {
  test(title, async () => {
    const { defects } = await auditLive(one);
    expect(defects.filter(({ severity }) => severity !== 'note').map(inShort)).toEqual([one.defect]);
    expect(defects[0]?.services).toEqual(['a']);
    expect(defects[0]?.victims).toEqual(one.victims ?? []);
  });
}

test('a port that is taken', async () => {
  const holder = net.createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  try {
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { defects } = await auditLive({ code: { a: server('a') }, services: { a: { port } } });
    expect(defects.filter(({ severity }) => severity === 'error').map(inShort)).toEqual(['error port-taken services/a/index.js:1']);
  } finally {
    holder.close();
  }
});

test('a log without end neither stops the audit nor fills the disk', async () => {
  const { defects } = await auditLive({ code: { a: server('a', { after: "setInterval(() => { for (let i = 0; i < 200; i += 1) process.stdout.write('x'.repeat(10000) + '\\n'); }, 10);" }) } });
  expect(defects.filter(({ severity }) => severity === 'error').map(inShort)).toEqual([]);
});

test('sound services have no defect, with a database that they ask', async () => {
  const deep = "if (request.url === '/health/ready') { const probe = require('node:net').connect(new URL(process.env.DATABASE_URL).port, '127.0.0.1'); probe.once('connect', () => { probe.destroy(); response.end('{\"service\":\"a\"}'); }); probe.once('error', () => { response.statusCode = 503; response.end('no database'); }); return; }";
  const { defects, services } = await auditLive({ code: { a: server('a', { handle: deep }) }, services: usesDatabase, database: true });
  expect(defects.map(inShort)).toEqual([]);
  expect(services[0]?.marks).toMatchObject({ start: 'ok', health: 'ok', database: 'ok', wiring: 'not-looked' });
});
