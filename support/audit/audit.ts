import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dependencies } from '../manifest/dependencies';
import type { PlatformManifest } from '../manifest/schema';
import { runtimeFolder } from '../stack/runtime-folder';
import { checkAll } from './check/all';
import { collectPlatform } from './collect/platform-facts';
import type { Audit, ServiceReport } from './model/defect';
import type { PlatformFacts, ServiceFacts } from './model/facts';
import type { Finding } from './model/finding';
import type { Area } from './model/kinds';
import { checklist } from './roots/checklist';
import { rankDefects } from './roots/defects';
import { repairOrder } from './roots/repair-order';

/** What is audited, and how. */
export interface AuditQuestion {
  readonly manifest: PlatformManifest;
  readonly root: string;
  /** For every test, all services that it stands on. */
  readonly needs: Promise<readonly ReadonlySet<string>[]>;
  /** Starts the services and looks at them; left out, nothing is started. */
  readonly live?: (facts: PlatformFacts, scratch: string) => Promise<LiveOutcome>;
}

/** What was seen of running services. */
export interface LiveOutcome {
  readonly findings: readonly Finding[];
  /** Areas that were looked at, by service. */
  readonly looked: (service: string) => readonly Area[];
  /** What could not be looked at, by service. */
  readonly skipped: (service: string) => readonly string[];
}

const STATIC_AREAS: readonly Area[] = ['package', 'build', 'imports', 'hygiene'];

/** Audits a platform. Nothing is written into its tree. */
export async function audit({ manifest, root, needs, live }: AuditQuestion): Promise<Audit> {
  const started = new Date();
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'groundwork-audit-'));
  try {
    const facts = await collectPlatform(manifest, { root: realpathSync(root), scratch, cache: cacheFolder() });
    const lived = await live?.(facts, scratch);
    const findings = [...checkAll(facts), ...(lived?.findings ?? [])];
    return report({ manifest, facts, findings, lived, needs: await needs, started });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Found {
  readonly manifest: PlatformManifest;
  readonly facts: PlatformFacts;
  readonly findings: readonly Finding[];
  readonly lived: LiveOutcome | undefined;
  readonly needs: readonly ReadonlySet<string>[];
  readonly started: Date;
}

function report({ manifest, facts, findings, lived, needs, started }: Found): Audit {
  const dependsOn = Object.fromEntries(
    Object.entries(manifest.services).map(([name, service]) => [name, dependencies(service).map((one) => one.service)]),
  );
  const defects = rankDefects(findings, { root: facts.root, dependsOn, needs });
  const services = facts.services.map((service): ServiceReport => {
    const { name } = service.place;
    return {
      name,
      folder: relative(facts.root, service.place.folder),
      marks: checklist(name, defects, [...STATIC_AREAS, ...(lived?.looked(name) ?? [])]),
      variables: variablesOf(service),
      dependsOn: service.place.dependsOn,
      tests: needs.filter((one) => one.has(name)).length,
      skipped: [...skippedOf(facts.root, service), ...(lived?.skipped(name) ?? [])],
    };
  });
  const order = repairOrder(defects, services);
  const durationMs = Date.now() - started.getTime();
  return { version: 1, platform: manifest.name, at: started.toISOString(), durationMs, static: lived === undefined, services, defects, order };
}

function variablesOf({ sources }: ServiceFacts): readonly string[] {
  const names = [...(sources?.files.values() ?? [])].flatMap(({ variables }) => variables.map(({ name }) => name));
  return [...new Set(names)].sort();
}

function skippedOf(root: string, { sources, built, project, hasPnp }: ServiceFacts): readonly string[] {
  const files = new Set([...(sources?.skipped ?? []), ...(built?.skipped ?? [])].map((one) => one.replaceAll(root + path.sep, '')));
  const more = project?.compile?.more ?? 0;
  const untold = hasPnp ? ["packages and types: Yarn's Plug'n'Play shows them to its own tools only"] : [];
  return [...untold, ...files, ...(more > 0 ? [`${more} more messages of the compiler`] : [])].slice(0, 20);
}

/** What compilers already know, kept over audits, outside the audited tree. */
function cacheFolder(): string {
  return runtimeFolder('audit');
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/') || '.';
}
