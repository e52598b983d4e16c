import { expect, test } from '@playwright/test';
import { auditFiles, inShort, type Case } from './support/run-audit';
import { plain, SERVER } from './support/services';

const two = { a: {}, b: {} };
const on = (port: number) => SERVER.replace('Number(process.env.PORT)', String(port));

const cases: Readonly<Record<string, Case>> = {
  'a variable that is read at import': {
    files: plain('a', { 'index.js': `const peers = process.env.CORPUS_PEERS.split(',');\nvoid peers;\n${SERVER}` }),
    defect: 'error variable-missing services/a/index.js:1',
  },
  'a variable without which it throws': {
    files: plain('a', { 'index.js': `require('./config');\n${SERVER}`, 'config.js': "if (!process.env.CORPUS_KEY) {\n  throw new Error('CORPUS_KEY is missing');\n}\n" }),
    defect: 'error variable-missing services/a/config.js:1',
  },
  'a variable without which it exits': {
    files: plain('a', { 'index.js': `if (process.env.CORPUS_KEY === undefined) process.exit(1);\n${SERVER}` }),
    defect: 'error variable-missing services/a/index.js:1',
  },
  'a variable that a schema asks for at import': {
    files: plain('a', { 'index.js': `const z = globalThis.z;\nconst schema = z.object({ PORT: z.coerce.number().default(4000), CORPUS_KEY: z.string().min(1) });\nschema.strict().parse(process.env);\n${SERVER}` }),
    defect: 'error variable-missing services/a/index.js:2',
  },
  'a variable that envalid asks for': {
    files: plain('a', { 'index.js': `const { cleanEnv, str } = globalThis.envalid;\ncleanEnv(process.env, {\n  LEVEL: str({ default: 'info' }),\n  CORPUS_KEY: str(),\n});\n${SERVER}` }),
    defect: 'error variable-missing services/a/index.js:4',
  },
  'fixed ports that collide': {
    files: { ...plain('a', { 'index.js': on(4001) }), ...plain('b', { 'index.js': on(4001) }) },
    services: two,
    stops: ['b'],
    defect: 'error ports-collide services/b/index.js:3',
  },
  'default ports that collide': {
    files: { ...plain('a', { 'index.js': `const port = process.env.PORT || 4001;\nvoid port;\n${SERVER}` }), ...plain('b', { 'index.js': `const port = process.env.PORT || 4001;\nvoid port;\n${SERVER}` }) },
    services: two,
    stops: ['b'],
    defect: 'warning ports-collide services/b/index.js:1',
  },
  'an address at which nobody listens': {
    files: {
      ...plain('a', { 'index.js': `const peer = 'http://localhost:4009';\nvoid peer;\n${on(4001)}` }),
      ...plain('b', { 'index.js': on(4002) }),
    },
    services: two,
    defect: 'error address-disagrees services/a/index.js:1',
  },
  'migrations with the same number': {
    files: plain('a', { 'migrations/001-first.sql': '', 'migrations/002-users.sql': '', 'migrations/002-orders.sql': '' }),
    defect: 'warning migration-order services/a/migrations/002-users.sql:1',
  },
  'a secret with a default': {
    files: plain('a', { 'index.js': `const secret = process.env.JWT_SECRET || 'changeme';\nvoid secret;\n${SERVER}` }),
    defect: 'warning default-secret services/a/index.js:1',
  },
  'a secret with a default in a schema': {
    files: plain('a', { 'index.js': `const schema = (z) => z.object({\n  TOKEN_SECRET: z.string().default('changeme'),\n});\nvoid schema;\n${SERVER}` }),
    defect: 'warning default-secret services/a/index.js:2',
  },
  'a secret with a default, taken out of the environment': {
    files: plain('a', { 'index.js': `const { PORT, JWT_SECRET = 'changeme' } = process.env;\nvoid [PORT, JWT_SECRET];\n${SERVER}` }),
    defect: 'warning default-secret services/a/index.js:1',
  },
  'an env file in git': {
    files: plain('a', { '.env': 'JWT_SECRET=hunter2\n', '.env.example': 'JWT_SECRET=\n' }),
    git: true,
    defect: 'warning env-committed services/a/.env:1',
  },
  'all interfaces': {
    files: plain('a', { 'index.js': SERVER.replace(", process.env.HOST || '127.0.0.1'", '') }),
    defect: 'note all-interfaces services/a/index.js:3',
  },
  'a request without a time limit': {
    files: plain('a', { 'index.js': `const ask = () => fetch(process.env.PEER, { headers: { traceparent: '00' } });\nvoid ask;\n${SERVER}` }),
    defect: 'note no-request-timeout services/a/index.js:1',
  },
  'logs by console': {
    files: plain('a', { 'index.js': `${SERVER}console.log('listening');\n` }),
    defect: 'note unstructured-logs services/a/index.js:5',
  },
  'calls that drop the trace': {
    files: plain('a', { 'index.js': `const ask = () => fetch(process.env.PEER, { signal: AbortSignal.timeout(1000) });\nvoid ask;\n${SERVER}` }),
    defect: 'note no-trace-propagation services/a/index.js:1',
  },
};

for (const [title, one] of Object.entries(cases)) {
  test(title, async () => {
    const { defects } = await auditFiles(one);
    expect(defects.map(inShort)).toEqual([one.defect]);
    expect(defects[0]?.services).toEqual(one.stops ?? ['a']);
  });
}
