import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const shard = z.object({
  current: z.int().min(1),
  total: z.int().min(1),
  workers: z.int().min(1),
  digest: z.string(),
  tests: z.number(),
  coverage: z.number(),
  predictedMs: z.number(),
  actualMs: z.number().optional(),
  plannedMs: z.array(z.number()),
  boundMs: z.number(),
});

const schema = z.object({
  version: z.literal(1),
  /** `running` is what a shard that was killed leaves. */
  state: z.enum(['running', 'ended']),
  /** The id of this machine's own run: that of its `run.json`. */
  runId: z.string(),
  /** What the CI calls the run that all shards belong to, where it says so. */
  ciRun: z.string().optional(),
  commit: z.string().optional(),
  platform: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  shard,
  /** Whether no filter has narrowed the suite. */
  whole: z.boolean(),
  /** What blocked tests make of the run. */
  blocked: z.enum(['fail', 'allow']),
  /** The user's rules of the report's quality gate. */
  qualityGate: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.object({ key: z.string(), value: z.number() })]))),
  /** How many tests the whole plan has. */
  suite: z.number(),
  /** Ids of the tests that it was to run, where `--last-failed` has left fewer than the plan gives it. */
  left: z.array(z.string()).optional(),
  /** How many tests it was to run, set-ups among them. */
  planned: z.number(),
  /** Set-up and teardown projects: they run in several shards. */
  serving: z.array(z.string()),
  services: z.array(z.object({ name: z.string(), launcher: z.string(), state: z.string() })),
  /** Once it has ended: how, and how many tests have a result. */
  status: z.enum(['passed', 'failed', 'timedout', 'interrupted']).optional(),
  done: z.number().optional(),
});

/** What a shard says of itself, first when it begins and last when it has ended. */
export type ShardManifest = z.output<typeof schema>;

/** The name of the manifest in a shard's output folder. */
export const MANIFEST_NAME = 'shard.json';

/** Writes the manifest at once or not at all. */
export function writeManifest(output: string, manifest: ShardManifest): void {
  writeFileAtomic.sync(path.join(output, MANIFEST_NAME), `${JSON.stringify(manifest, undefined, 1)}\n`, { fsync: false });
}

/** Removes the manifest of an earlier run, which a run that dies early would otherwise seem to have left. */
export function removeManifest(output: string): void {
  rmSync(path.join(output, MANIFEST_NAME), { force: true });
}

/**
 * Reads the manifest of a folder.
 *
 * @throws Error when it is damaged or none of this version.
 */
export function readManifest(folder: string): ShardManifest {
  return schema.parse(JSON.parse(readFileSync(path.join(folder, MANIFEST_NAME), 'utf8')));
}
