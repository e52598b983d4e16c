import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programIn } from './binaries';
import { buildingPrefix, publishedFolder } from './publish';
import type { PostgresRequest } from './request';

type Contents = Pick<PostgresRequest, 'user' | 'password' | 'databases'>;

const kept = 8;
const abandonedAfterMs = 10 * 60_000;
const commandLimitMs = 60_000;

const clusterOptions = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // The built-in provider knows Unicode letters, sorts the same on every machine, and needs no ICU.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-sync',
  '--no-instructions',
  // Segments of 16 MB would be most of what each start copies.
  '--wal-segsize=1',
] as const;

/** Name of the template: the same contents of the same version have the same name. */
export function templateName(version: string, contents: Contents): string {
  const { user, password, databases } = contents;
  const text = JSON.stringify([version, clusterOptions, user, password, [...databases].sort()]);
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

/** The statements that make the databases; one a line, as the single-user server reads them. */
export function createStatements(databases: readonly string[]): string {
  return databases
    .filter((name) => name !== 'postgres')
    .map((name) => `CREATE DATABASE "${name.replaceAll('"', '""')}" STRATEGY FILE_COPY;\n`)
    .join('');
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C', TZ: 'UTC' };
}

function run(program: string, args: readonly string[], input = ''): string {
  const done = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    timeout: commandLimitMs,
    env: cleanEnvironment(),
  });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`;
  if (done.error !== undefined || done.status !== 0) {
    const ending = done.error?.message ?? `exit code ${done.status ?? done.signal ?? 'unknown'}`;
    throw new Error(
      `${path.basename(program)} could not prepare the cluster (${ending}): ${output.trim().slice(-800)}`,
      { cause: done.error },
    );
  }
  return output;
}

function build(binaries: string, contents: Contents, into: string): void {
  const passwordFile = path.join(into, 'password');
  const cluster = path.join(into, 'cluster');
  writeFileSync(passwordFile, `${contents.password}\n`, { mode: 0o600 });
  run(programIn(binaries, 'initdb'), [
    `--pgdata=${cluster}`,
    `--username=${contents.user}`,
    `--pwfile=${passwordFile}`,
    ...clusterOptions,
  ]);
  rmSync(passwordFile);
  // Without a port and without waiting: the server's single-user mode runs the statements and ends.
  const statements = createStatements(contents.databases);
  const args = ['--single', '-F', '-j', '-c', 'log_checkpoints=off', '-D', cluster, 'postgres'];
  const output = run(programIn(binaries, 'postgres'), args, statements.replaceAll('\n', '\n\n'));
  // A failed statement does not change the exit code of the single-user mode.
  const failed = /^.*\bERROR:.*$/m.exec(output);
  if (failed !== null) {
    throw new Error(`PostgreSQL could not create the databases: ${failed[0]}`);
  }
}

function sweep(templates: string, current: string): void {
  const found = readdirSync(templates).flatMap((name) => {
    const used = statSync(path.join(templates, name), { throwIfNoEntry: false })?.mtimeMs;
    return used === undefined || name === current ? [] : [{ name, used }];
  });
  const complete = found.filter(({ name }) => !name.startsWith(buildingPrefix));
  const surplus = complete.sort((a, b) => b.used - a.used).slice(kept - 1);
  const abandoned = found.filter(
    ({ name, used }) => name.startsWith(buildingPrefix) && used < Date.now() - abandonedAfterMs,
  );
  for (const { name } of [...surplus, ...abandoned]) {
    rmSync(path.join(templates, name), { recursive: true, force: true });
  }
}

/** What a template is made with, and where it is kept. */
export interface TemplateTools {
  readonly binaries: string;
  readonly version: string;
  readonly templates: string;
}

/** A stopped cluster with the role and the databases, to copy from; made once, then found. */
export function templateCluster(tools: TemplateTools, contents: Contents): string {
  const name = templateName(tools.version, contents);
  const folder = publishedFolder(path.join(tools.templates, name), (into) => {
    build(tools.binaries, contents, into);
    sweep(tools.templates, name);
  });
  // The time of last use decides which templates are kept.
  utimesSync(folder, new Date(), new Date());
  return path.join(folder, 'cluster');
}
