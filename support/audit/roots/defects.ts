import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Defect } from '../model/defect';
import type { Finding } from '../model/finding';
import { AREAS, KINDS, RUNS_ANYWAY, type Severity } from '../model/kinds';
import { foldFindings } from './fold';

/** What ranking needs to know of the platform. */
export interface RankQuestion {
  readonly root: string;
  /** Service → those that it depends on directly. */
  readonly dependsOn: Readonly<Record<string, readonly string[]>>;
  /** For every test, all services that it stands on. */
  readonly needs: readonly ReadonlySet<string>[];
}

const FIRST: readonly Severity[] = ['error', 'warning', 'note'];

/** Roots out of findings, each with what it stops; the repair that unlocks most comes first. */
export function rankDefects(findings: readonly Finding[], question: RankQuestion): readonly Defect[] {
  const ids = new Map<string, number>();
  const defects = foldFindings(findings).map((one) => {
    const base = idOf(one, question.root);
    const before = ids.get(base) ?? 0;
    ids.set(base, before + 1);
    return defectOf(one, question, before === 0 ? base : `${base}-${before + 1}`);
  });
  return defects.sort(compare);
}

/** The services that stand on some, directly or not, without those themselves. */
export function victimsOf(dependsOn: RankQuestion['dependsOn'], services: readonly string[]): readonly string[] {
  const stopped = new Set(services);
  for (let size = -1; size !== stopped.size; ) {
    size = stopped.size;
    for (const [name, needed] of Object.entries(dependsOn)) if (needed.some((one) => stopped.has(one))) stopped.add(name);
  }
  return [...stopped].filter((name) => !services.includes(name)).sort();
}

function defectOf(one: Finding, { root, dependsOn, needs }: RankQuestion, id: string): Defect {
  const isError = one.severity === 'error';
  const victims = isError && !RUNS_ANYWAY.has(one.kind) ? victimsOf(dependsOn, one.services) : [];
  const stopped = isError ? [...one.services, ...victims] : [];
  return {
    id,
    kind: one.kind,
    area: KINDS[one.kind].area,
    severity: one.severity,
    place: one.place && { file: relative(root, one.place.file), line: one.place.line },
    message: one.message,
    evidence: one.evidence.map((line) => line.replaceAll(root + path.sep, '')),
    repair: one.repair,
    services: [...one.services].sort(),
    victims,
    tests: needs.filter((services) => stopped.some((name) => services.has(name))).length,
  };
}

function compare(a: Defect, b: Defect): number {
  return (
    FIRST.indexOf(a.severity) - FIRST.indexOf(b.severity) ||
    stops(b) - stops(a) ||
    b.tests - a.tests ||
    AREAS.indexOf(a.area) - AREAS.indexOf(b.area) ||
    textOf(a).localeCompare(textOf(b), 'en')
  );
}

function stops({ services, victims }: Defect): number {
  return services.length + victims.length;
}

function textOf({ place, message }: Defect): string {
  return `${place?.file ?? ''}:${String(place?.line ?? 0).padStart(6, '0')} ${message}`;
}

function idOf({ kind, place, subject, services }: Finding, root: string): string {
  const where = place ? relative(root, place.file) : services.join();
  return createHash('sha256').update([kind, where, subject].join('\n')).digest('hex').slice(0, 10);
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/') || '.';
}
