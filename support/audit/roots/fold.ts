import { packageName } from '../collect/resolver';
import { NOTHING_INSTALLED, type Finding } from '../model/finding';
import { KINDS, type Kind, type Severity } from '../model/kinds';

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

const AT_START: ReadonlySet<Kind> = new Set<Kind>(['start-failed', 'start-hangs', 'start-ended', 'file-missing', 'not-ready', 'port-taken']);
const NEVER_STARTS: ReadonlySet<Kind> = new Set<Kind>(['package-invalid', 'entry-missing', 'output-missing', 'output-moved', 'script-missing', 'syntax-error', 'esm-in-commonjs', 'commonjs-in-esm', 'name-not-exported']);

// Without packages a compiler has neither types, nor what settings extend, nor itself.
const COMPILED: ReadonlySet<Kind> = new Set<Kind>(['type-error', 'tsconfig-invalid', 'compiler-missing', 'compiler-silent']);

function isNothingInstalled({ kind, subject }: Finding): boolean {
  return kind === 'dependency-not-installed' && subject === NOTHING_INSTALLED;
}

/** Whether a finding only repeats another one in other words. */
function isSymptom(one: Finding, all: readonly Finding[]): boolean {
  const at = (other: Finding) => other.place?.file === one.place?.file && other.place?.line === one.place?.line;
  const isOfSame = (other: Finding) => other.services.some((service) => one.services.includes(service));
  if (COMPILED.has(one.kind) && all.some((other) => isNothingInstalled(other) && isOfSame(other))) return true;
  if (one.kind === 'type-error') {
    return all.some(
      (other) =>
        (at(other) && KINDS[other.kind].area === 'imports') ||
        (other.kind === 'syntax-error' && other.place?.file === one.place?.file),
    );
  }
  if (AT_START.has(one.kind)) return all.some((other) => explains(other, one));
  if (one.kind !== 'import-unresolved') return false;
  const name = packageName(one.subject);
  return all.some(
    (other) =>
      (at(other) && other !== one && (other.kind === 'alias-in-output' || other.kind === 'extension-missing')) ||
      (/^dependency-(not-installed|folder-missing)$/.test(other.kind) &&
        [name, NOTHING_INSTALLED].includes(other.subject) &&
        name !== undefined &&
        isOfSame(other)),
  );
}

/** Whether what the files say is why a service does not start. */
function explains(cause: Finding, start: Finding): boolean {
  if (!cause.services.some((service) => start.services.includes(service))) return false;
  if (NEVER_STARTS.has(cause.kind)) return true;
  if (cause === start || AT_START.has(cause.kind)) return false;
  const isSamePlace = cause.place !== undefined && cause.place.file === start.place?.file && cause.place.line === start.place.line;
  const names = KINDS[cause.kind].area === 'imports' || cause.kind === 'dependency-not-installed' || cause.kind === 'variable-missing';
  return isSamePlace || (names && cause.subject !== '' && start.message.includes(cause.subject.replace(/\*$/, '')));
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
