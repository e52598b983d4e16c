import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { RunRecord } from '../../../support/run/run-record';
import { expect, test, type Copies, type Merged } from './support/merge-test';

test.describe.configure({ mode: 'default' });
test.setTimeout(180_000);

const whole = (text: string): RunRecord => JSON.parse(text) as RunRecord;
const verdicts = ({ tests }: RunRecord) => Object.fromEntries(tests.map(({ id, verdict }) => [id, verdict]));
const kinds = ({ run }: Merged) => run.problems?.map(({ kind }) => kind).sort();

/** Cuts the last third off a file. */
function cut(file: string): void {
  truncateSync(file, Math.floor(readFileSync(file).length * 0.66));
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

for (const [kept, how] of [['killed', 'was cut off'], ['stopped', 'was interrupted']] as const) {
  test(`of a shard that ${how}, all that had ended is kept, and the rest is unknown with the test that was running`, async ({ copies, project }) => {
    const one = verdicts(whole(project.read('whole/run.json')));
    const { code, output, run, file } = await copies.add(kept).add('2').merge();
    expect(code, output).toBe(1);
    expect([...new Set(run.problems?.map(({ kind }) => kind))].sort()).toEqual(['cut', 'lost']);
    expect(output).toContain(`Shard 1 of 2 ${how}`);
    const merged = verdicts(run);
    expect(Object.keys(merged).sort()).toEqual(Object.keys(one).sort());
    const lost = run.tests.filter(({ verdict }) => verdict === 'unknown');
    expect(lost.length).toBeGreaterThan(0);
    for (const { id, verdict } of run.tests) if (verdict !== 'unknown') expect(verdict).toBe(one[id]);
    for (const { lost: why } of lost) expect(why).toMatchObject({ shard: 1, reason: expect.stringMatching(/^shard 1 of 2 was .*, last seen running ".+" \(specs\/\w+\.spec\.ts:\d+, main\)$/) });
    expect(run.causes.some(({ kind, unlocks }) => kind === 'environment' && unlocks === lost.length)).toBe(true);
    expect(run.full).toBe(false);
    expect(JSON.parse(project.read(file('last-failed.json'))).failedTests).toEqual(expect.arrayContaining(lost.map(({ id }) => id)));
    const results = readdirSync(project.path(file('allure-results'))).filter((name) => name.endsWith('-result.json'));
    const unknown = results.map((name) => JSON.parse(project.read(file(`allure-results/${name}`)))).filter(({ status }) => status === 'unknown');
    expect(unknown.map(({ name }) => name)).toEqual(expect.arrayContaining(lost.map(({ title }) => title.split(' › ').at(-1))));
  });
}

/** Cuts the last line off the record in a blob, and leaves the blob a whole archive. */
function cutRecord(file: string): void {
  const entries = Object.entries(unzipSync(readFileSync(file)));
  const record = (bytes: Uint8Array): Uint8Array => strToU8(strFromU8(bytes).trimEnd().split('\n').slice(0, -1).join('\n'));
  writeFileSync(file, zipSync(Object.fromEntries(entries.map(([name, bytes]) => [name, name.endsWith('.jsonl') ? record(bytes) : bytes]))));
}

interface Damage {
  readonly title: string;
  /** Damages what is there of both shards. */
  readonly damage: (copies: Copies) => void;
  readonly kinds: readonly string[];
  readonly told: RegExp;
  /** Whether every verdict is known all the same. */
  readonly isKnown: boolean;
  readonly args?: readonly string[];
}

const resultIn = (folder: string) => path.join(folder, 'allure-results', readdirSync(path.join(folder, 'allure-results')).find((name) => name.endsWith('-result.json')) ?? '');
const blobIn = (folder: string) => path.join(folder, 'blob-report', readdirSync(path.join(folder, 'blob-report'))[0] ?? '');

const damages: readonly Damage[] = [
  { title: 'a run.json that is cut', damage: (copies) => cut(copies.path('1/run.json')), kinds: ['damaged'], told: /1\/run\.json cannot be read: it is cut off or no JSON/, isKnown: true },
  { title: 'a run.json that is gone', damage: (copies) => rmSync(copies.path('1/run.json')), kinds: ['damaged'], told: /1\/run\.json is missing, though the shard has ended/, isKnown: true },
  { title: 'a journal that is cut', damage: (copies) => cut(copies.path('1/journal.jsonl')), kinds: ['damaged'], told: /1\/journal\.jsonl is cut off: it tells of \d+ tests, and \d+ have ended/, isKnown: true },
  { title: 'a journal with a damaged line', damage: (copies) => edit(copies.path('2/journal.jsonl'), (text) => text.replace('{"at"', '{"a')), kinds: ['damaged'], told: /2\/journal\.jsonl has lines that cannot be read/, isKnown: true },
  { title: 'a manifest that is cut', damage: (copies) => cut(copies.path('1/shard.json')), kinds: ['damaged'], told: /1\/shard\.json cannot be read/, isKnown: true },
  { title: 'a plan that is cut', damage: (copies) => cut(copies.path('1/plan.jsonl')), kinds: ['damaged'], told: /1\/plan\.jsonl cannot be read/, isKnown: true },
  { title: 'a result that is cut', damage: (copies) => cut(resultIn(copies.path('1'))), kinds: ['damaged'], told: /1\/allure-results\/.*-result\.json is cut off or no JSON/, isKnown: true },
  { title: 'a blob that is cut', damage: (copies) => cut(blobIn(copies.path('1'))), kinds: ['damaged'], told: /1\/blob-report\/.*\.zip is cut off/, isKnown: true },
  { title: 'a blob that is empty', damage: (copies) => truncateSync(blobIn(copies.path('2'))), kinds: ['damaged'], told: /2\/blob-report\/.*\.zip is empty/, isKnown: true },
  { title: 'a blob whose record is cut', damage: (copies) => cutRecord(blobIn(copies.path('1'))), kinds: ['damaged'], told: /1\/blob-report\/.*\.zip has a record that is cut off/, isKnown: true },
  { title: 'an archive that is no blob', damage: (copies) => writeFileSync(blobIn(copies.path('2')), zipSync({ 'a.txt': strToU8('a') })), kinds: ['damaged'], told: /2\/blob-report\/.*\.zip is no blob report/, isKnown: true },
  { title: 'a blob that is gone', damage: (copies) => rmSync(blobIn(copies.path('1'))), kinds: ['damaged'], told: /Shard 1 left no blob report, as others did/, isKnown: true },
  { title: 'a killed shard whose manifest is cut', damage: (copies) => { rmSync(copies.path('1'), { recursive: true }); copies.add('killed'); cut(copies.path('killed/shard.json')); }, kinds: ['damaged', 'lost', 'missing'], told: /killed\/shard\.json cannot be read/, isKnown: false },
  { title: 'a folder in which there is no shard', damage: () => undefined, kinds: ['missing'], told: /The folder specs holds no shard/, isKnown: true, args: ['--no-report', 'specs'] },
  { title: 'a folder that is missing', damage: (copies) => rmSync(copies.path('2'), { recursive: true }), kinds: ['lost', 'missing'], told: /Shard 2 of 2 is missing/, isKnown: false },
  { title: 'a shard that is there twice', damage: (copies) => void copies.add('1', 'again'), kinds: ['twice'], told: /Shard 1 is there twice: .*\/1 was taken, .*\/again left out/, isKnown: true },
  { title: 'a killed shard beside its re-run', damage: (copies) => void copies.add('killed'), kinds: ['twice'], told: /Shard 1 is there twice: .*\/1 was taken, .*\/killed left out/, isKnown: true },
  { title: 'a folder of another commit', damage: (copies) => { copies.add('2', 'third'); edit(copies.path('third/shard.json'), (text) => text.replace('c0ffee', 'decaf')); }, kinds: ['foreign'], told: /third is of another commit \(decaf, not c0ffee\): it was left out/, isKnown: true },
  { title: 'a folder of another run of the CI', damage: (copies) => { copies.add('2', 'third'); edit(copies.path('third/shard.json'), (text) => text.replace('"ciRun": "7"', '"ciRun": "6"')); }, kinds: ['foreign'], told: /third is of another run of the CI \(6, not 7\)/, isKnown: true },
  { title: 'a folder of another plan', damage: (copies) => { copies.add('1', 'third'); edit(copies.path('third/shard.json'), (text) => text.replace(/"digest": "\w+"/, '"digest": "0"')); }, kinds: ['foreign'], told: /third is of another plan \(0, not [0-9a-f]{16}\)/, isKnown: true },
  { title: 'fewer shards than are expected', damage: () => undefined, kinds: ['missing'], told: /3 shards were expected, but their plan is for 2/, isKnown: true, args: ['--no-report', '--expect', '3'] },
];

for (const { title, damage, told, isKnown, args, ...expected } of damages) {
  test(`${title} is named, and nothing else is lost`, async ({ copies, project }) => {
    const blob = title.includes('blob') ? 'with its blob' : 'without';
    copies.add('1', '1', blob).add('2', '2', blob);
    damage(copies);
    const merged = await copies.merge(args);
    expect(merged.code, merged.output).toBe(1);
    expect(kinds(merged), merged.output).toEqual(expected.kinds);
    const text = merged.run.problems?.map(({ message }) => message).join('\n');
    expect(text).toMatch(told);
    expect(merged.output).toMatch(/not whole/);
    const one = verdicts(whole(project.read('whole/run.json')));
    const now = verdicts(merged.run);
    expect(Object.keys(now).sort()).toEqual(Object.keys(one).sort());
    if (isKnown) expect(now).toEqual(one);
    else for (const [id, verdict] of Object.entries(now)) if (verdict !== 'unknown') expect(verdict).toBe(one[id]);
    // Every test is in the report, by its own result or by one that was written for it.
    const files = readdirSync(project.path(merged.file('allure-results'))).filter((name) => name.endsWith('-result.json'));
    const results = files.map((name) => JSON.parse(project.read(merged.file(`allure-results/${name}`))).name);
    expect(new Set(results)).toEqual(new Set(merged.run.tests.map(({ title: of }) => of.split(' › ').at(-1))));
  });
}
