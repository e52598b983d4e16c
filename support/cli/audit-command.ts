import { Command } from 'commander';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AuditQuestion } from '../audit/audit';
import type { Audit } from '../audit/model/defect';
import type { Change } from '../audit/report/since';
import { outputFolder, type PlatformSetting } from '../config/platform-setting';
import { describeError } from '../errors/describe-error';
import { UsageError } from '../errors/usage-error';
import { historyPath, readHistory } from '../history/history-file';
import { closeOverDependencies } from '../manifest/dependencies';
import { needsOfTest } from '../needs/needs-of-test';
import { listTests, shortPath } from './listed-tests';
import { loadPlatform } from './load-platform';

interface Options {
  readonly static?: true;
  readonly since?: string;
  readonly discover?: readonly string[];
  readonly output?: string;
  readonly json?: true;
}

/** `groundwork audit`: is each service fit to be tested, and what has to be repaired first? */
export function auditCommand(): Command {
  return new Command('audit')
    .description('say of each service whether it is fit to be tested, and what to repair first')
    .option('--static', 'start nothing: look at files alone')
    .option('--discover <patterns...>', "find services without a manifest, as 'backend/services/*', and propose one")
    .option('--since <file>', 'an audit.json of before: show what was repaired and what is new')
    .option('--output <folder>', 'where audit.md and audit.json are written, instead of the usual place')
    .option('--json', 'print audit.json instead of the table')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const before = options.since === undefined ? undefined : await readBefore(options.since);
  const setting = options.discover ? await discovered(options) : loadPlatform();
  // Loaded here: the compiler's parser takes a third of a second, and other commands can do without.
  const { audit } = await import('../audit/audit.js');
  const { manifest, root } = setting;
  const live = options.static ? undefined : await liveLook(manifest);
  const result = await audit({ manifest, root, needs: needsOf(setting), live });
  await tell(result, { before, options, folder: options.output ?? outputFolder(setting) });
  process.exitCode = result.defects.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function liveLook(manifest: PlatformSetting['manifest']): Promise<AuditQuestion['live']> {
  const { lookAtPlatform } = await import('../audit/live/look.js');
  return (facts, scratch) => lookAtPlatform(manifest, facts, scratch);
}

/** For every test, all services that it stands on; nothing where the suite cannot be listed. */
async function needsOf({ root, manifest }: PlatformSetting): Promise<readonly ReadonlySet<string>[]> {
  try {
    const history = readHistory(historyPath(root), () => undefined);
    const tests = await listTests(root);
    return tests.map((test) => closeOverDependencies(manifest.services, needsOfTest(test, history, manifest).services));
  } catch {
    return [];
  }
}

async function readBefore(file: string): Promise<Audit> {
  const { parseAudit } = await import('../audit/report/schema.js');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`--since: ${file} cannot be read: ${describeError(cause)}. Give an audit.json.`, { cause });
  }
  return parseAudit(text, file);
}

interface Telling {
  readonly before: Audit | undefined;
  readonly options: Options;
  readonly folder: string;
}

async function tell(result: Audit, { before, options, folder }: Telling): Promise<void> {
  const { auditMarkdown } = await import('../audit/report/markdown.js');
  const { renderAudit } = await import('../audit/report/table.js');
  const { changeSince } = await import('../audit/report/since.js');
  const change: Change | undefined = before && changeSince(before, result);
  const json = `${JSON.stringify(result, undefined, 2)}\n`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'audit.json'), json);
  writeFileSync(path.join(folder, 'audit.md'), auditMarkdown(result, change));
  if (options.json) return void process.stdout.write(json);
  process.stdout.write(`${renderAudit(result, change)}The report: ${shortPath(path.join(folder, 'audit.md'))}\n`);
}

/** Services that were found by their folders; the proposed manifest is written beside the report. */
async function discovered({ discover: patterns = [], output }: Options): Promise<PlatformSetting> {
  const { discover } = await import('../audit/discover/discover.js');
  const root = process.cwd();
  const { manifest, text } = await discover(patterns, root);
  const setting = { manifest, root };
  const folder = output ?? outputFolder(setting);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'groundwork.config.proposed.ts');
  writeFileSync(file, text);
  process.stderr.write(`A manifest is proposed in ${shortPath(file)}: look it over and put it beside your playwright.config.ts.\n`);
  return setting;
}
