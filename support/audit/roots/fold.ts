import { packageName } from '../collect/resolver';
import type { Finding } from '../model/finding';
import { KINDS, type Severity } from '../model/kinds';

const WORST: readonly Severity[] = ['note', 'warning', 'error'];

/**
 * Findings that are one thing to repair become one: the same place seen from several services, a package that is
 * missing at ten imports, an error of types that only repeats what an import said.
 */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  const folded = new Map<string, Finding>();
  for (const one of findings.filter((finding) => !isSymptom(finding, findings))) {
    const key = keyOf(one);
    const before = folded.get(key);
    folded.set(key, before ? join(before, one) : one);
  }
  return [...folded.values()];
}

/** The worse of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return WORST.indexOf(a) >= WORST.indexOf(b) ? a : b;
}

function keyOf({ kind, place, subject, services }: Finding): string {
  const isPackage = kind === 'import-unresolved' && packageName(subject) !== undefined;
  // A package is missing once for a service, wherever it is asked for.
  if (isPackage) return [kind, packageName(subject), ...services].join('\n');
  return [kind, place?.file, place?.line, subject, ...(place ? [] : services)].join('\n');
}

/** Whether a finding only repeats another one in other words. */
function isSymptom(one: Finding, all: readonly Finding[]): boolean {
  const at = (other: Finding) => other.place?.file === one.place?.file && other.place?.line === one.place?.line;
  if (one.kind === 'type-error') {
    return all.some(
      (other) =>
        (at(other) && KINDS[other.kind].area === 'imports') ||
        (other.kind === 'syntax-error' && other.place?.file === one.place?.file),
    );
  }
  if (one.kind !== 'import-unresolved') return false;
  const name = packageName(one.subject);
  return all.some(
    (other) =>
      (at(other) && other !== one && (other.kind === 'alias-in-output' || other.kind === 'extension-missing')) ||
      (/^dependency-(not-installed|folder-missing)$/.test(other.kind) &&
        other.subject === name &&
        other.services.some((service) => one.services.includes(service))),
  );
}

function join(a: Finding, b: Finding): Finding {
  const isSamePlace = a.place?.file === b.place?.file && a.place?.line === b.place?.line;
  const more = isSamePlace || !b.place ? [] : [`also at ${b.place.file}:${b.place.line}`];
  return {
    ...a,
    severity: worse(a.severity, b.severity),
    services: [...new Set([...a.services, ...b.services])],
    evidence: [...new Set([...a.evidence, ...b.evidence, ...more])].slice(0, 8),
  };
}
