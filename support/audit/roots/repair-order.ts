import type { Defect, RepairPart, RepairStep } from '../model/defect';
import { AREAS } from '../model/kinds';

/** What the order needs to know of a service. */
export interface OrderedService {
  readonly name: string;
  /** Relative to the root, with `/`. */
  readonly folder: string;
  readonly dependsOn: readonly string[];
}

/**
 * The order in which errors are repaired: shared code first, then each service after those that it stands on.
 * What stands in one step can be done side by side.
 */
export function repairOrder(defects: readonly Defect[], services: readonly OrderedService[]): readonly RepairStep[] {
  const bySubject = new Map<string, Defect[]>();
  for (const defect of defects.filter(({ severity }) => severity === 'error')) {
    const subject = subjectOf(defect, services);
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), defect]);
  }
  const broken = new Set(bySubject.keys());
  const steps = new Map<number, RepairPart[]>();
  for (const [subject, own] of bySubject) {
    const level = levelOf(subject, services, broken);
    const part = { subject, defects: [...own].sort(byArea).map(({ id }) => id) };
    steps.set(level, [...(steps.get(level) ?? []), part]);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([, parts]) => ({ parts }));
}

/** The service whose code it is, else the shared file. */
function subjectOf({ place, services: stopped }: Defect, services: readonly OrderedService[]): string {
  const around = services.filter(({ folder }) => place && folder !== '.' && place.file.startsWith(`${folder}/`));
  const owner = around.sort((a, b) => b.folder.length - a.folder.length)[0];
  if (owner) return owner.name;
  return stopped.length === 1 || !place ? (stopped[0] ?? '') : place.file;
}

/** 0 for shared code; a service comes after the broken ones that it depends on. */
function levelOf(subject: string, services: readonly OrderedService[], broken: ReadonlySet<string>): number {
  const depth = (name: string, path: readonly string[]): number => {
    const service = services.find((one) => one.name === name);
    if (!service || path.includes(name)) return 0;
    const below = service.dependsOn.map((one) => depth(one, [...path, name]));
    return Math.max(0, ...below) + (broken.has(name) ? 1 : 0);
  };
  return depth(subject, []);
}

function byArea(a: Defect, b: Defect): number {
  return AREAS.indexOf(a.area) - AREAS.indexOf(b.area);
}
