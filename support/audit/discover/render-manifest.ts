import type { ServiceInput } from '../../manifest/schema';
import type { Proposal } from './propose';

/** A proposal as the text of a `groundwork.config.ts`. */
export function renderManifest({ name, app, api, database, services }: Proposal): string {
  const helpers = ['definePlatform', ...(database ? ['postgres'] : [])].join(', ');
  return [
    `import { ${helpers} } from 'groundwork-e2e/platform';`,
    '',
    'export default definePlatform({',
    `  name: ${quote(name)},`,
    ...(app ? [`  app: ${quote(app)},`] : []),
    ...(api ? [`  api: ${quote(api)},`] : []),
    '  services: {',
    ...(database ? databaseLines(database) : []),
    ...Object.entries(services).flatMap(([service, input]) => serviceLines(service, input)),
    '  },',
    '});',
    '',
  ].join('\n');
}

function databaseLines({ user, password, databases }: NonNullable<Proposal['database']>): readonly string[] {
  const credentials = `user: ${quote(user)}, password: ${quote(password)}`;
  return [
    '    database: {',
    `      launch: { process: postgres({ databases: [${databases.map(quote).join(', ')}], ${credentials} }) },`,
    `      ready: { kind: 'postgres', ${credentials}, database: ${quote(databases[0] ?? '')} },`,
    '    },',
  ];
}

function serviceLines(service: string, { launch, env, port, dependsOn, ready, routes }: ServiceInput): readonly string[] {
  return [
    `    ${key(service)}: {`,
    `      launch: { process: ${value(launch.process)} },`,
    ...(env ? ['      env: {', ...Object.entries(env).map(([name, text]) => `        ${key(name)}: ${quote(text)},`), '      },'] : []),
    ...(port === undefined ? [] : [`      port: ${port},`]),
    ...(dependsOn ? [`      dependsOn: ${value(dependsOn)},`] : []),
    ...(routes ? [`      routes: ${value(routes)},`] : []),
    ...(ready ? [`      ready: ${value(ready)},`] : []),
    '    },',
  ];
}

function value(of: unknown): string {
  if (Array.isArray(of)) return `[${of.map(value).join(', ')}]`;
  if (typeof of === 'string') return quote(of);
  if (typeof of !== 'object' || of === null) return String(of);
  return `{ ${Object.entries(of).map(([name, inner]) => `${key(name)}: ${value(inner)}`).join(', ')} }`;
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
