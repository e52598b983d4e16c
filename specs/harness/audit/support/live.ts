import { auditSchema } from '../../../../support/audit/report/schema';
import type { Audit } from '../../../../support/audit/model/defect';
import type { PlatformInput } from '../../../../support/manifest/schema';
import { MiniProject } from '../../support/mini-project';
import { json } from './tree';

/** A platform that is started, by the text of its services' only file. */
export interface LiveCase {
  readonly code: Readonly<Record<string, string>>;
  readonly platform?: Partial<Omit<PlatformInput, 'services'>>;
  /** What the manifest says of services, beside the usual. */
  readonly services?: Readonly<Record<string, Partial<PlatformInput['services'][string]>>>;
  /** A database that the manifest starts for all. */
  readonly database?: true;
}

/** A service that is sound; `before` runs first, `handle` may answer a request (`return` ends it). */
export function server(name: string, { before = '', handle = '', after = '' } = {}): string {
  return `const http = require('node:http');
${before}
const server = http.createServer((request, response) => {
  ${handle}
  if (request.url.startsWith('/health')) return response.end(JSON.stringify({ service: '${name}' }));
  response.end(JSON.stringify({ path: request.url }));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => { server.close(() => process.exit(0)); server.closeAllConnections(); });
${after}
`;
}

/** Audits a platform by the command, services started. */
export async function auditLive({ code, platform, services = {}, database }: LiveCase): Promise<Audit> {
  const project = new MiniProject({ 'groundwork.config.ts': manifest(code, platform, { services, database }), ...filesOf(code) });
  try {
    const { output } = await project.groundwork(['audit', '--json']);
    const start = output.indexOf('{\n');
    if (start < 0) throw new Error(`the audit printed no JSON:\n${output}`);
    return auditSchema.parse(JSON.parse(output.slice(start)));
  } finally {
    await project.remove();
  }
}

function filesOf(code: LiveCase['code']): Readonly<Record<string, string>> {
  const files = Object.entries(code).flatMap(([name, text]) => [
    [`services/${name}/index.js`, text],
    [`services/${name}/package.json`, json({ name, version: '1.0.0', scripts: { start: 'node index.js' } })],
  ]);
  return Object.fromEntries(files) as Record<string, string>; // pairs of texts
}

function manifest(code: LiveCase['code'], platform: LiveCase['platform'], { services = {}, database }: Pick<LiveCase, 'services' | 'database'>): string {
  const all = Object.keys(code).map((name) => [
    name,
    { launch: { process: { command: ['node', 'index.js'], cwd: `services/${name}` } }, deadlines: { ready: 8_000, stop: 1_500 }, ...services[name] },
  ]);
  const postgres = `database: { launch: { process: postgres({ databases: ['x'], user: 'x', password: 'x' }) }, ready: { kind: 'postgres', user: 'x', password: 'x', database: 'x' } },`;
  return `import { definePlatform, postgres } from 'groundwork-e2e/platform';
void postgres;
export default definePlatform({ name: 'live', ...${JSON.stringify(platform ?? {})}, services: { ${database ? postgres : ''} ...${JSON.stringify(Object.fromEntries(all))} } } as never);
`;
}
