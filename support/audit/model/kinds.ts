/** The parts of a service's checklist, in the order in which they are looked at and repaired. */
export const AREAS = ['package', 'build', 'imports', 'start', 'health', 'wiring', 'database', 'hygiene'] as const;

/** One part of a service's checklist. */
export type Area = (typeof AREAS)[number];

/**
 * `error`: the service cannot be built, started or tested as it is; `warning`: it works here by chance, or will
 * stop working; `note`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'note';

const error = (area: Area) => ({ area, severity: 'error' }) as const;
const warning = (area: Area) => ({ area, severity: 'warning' }) as const;
const note = (area: Area) => ({ area, severity: 'note' }) as const;

/** Every kind of defect, with its area and its usual severity. */
export const KINDS = {
  'package-missing': error('package'),
  'package-invalid': error('package'),
  'package-unnamed': warning('package'),
  'entry-missing': error('package'),
  'script-missing': error('package'),
  'main-missing': error('package'),
  'engine-mismatch': error('package'),
  'lock-mismatch': error('package'),
  'dependency-undeclared': warning('package'),
  'dependency-not-installed': error('package'),
  'dependency-version': warning('package'),
  'dependency-folder-missing': error('package'),
  'dev-dependency-at-run': warning('package'),
  'versions-contradict': warning('package'),
  'tsconfig-missing': error('build'),
  'tsconfig-invalid': error('build'),
  'compiler-missing': error('build'),
  'compiler-silent': warning('build'),
  'syntax-error': error('build'),
  'type-error': error('build'),
  'output-missing': error('build'),
  'output-moved': error('build'),
  'output-stale': warning('build'),
  'output-without-sources': warning('build'),
  'source-shadowed': error('build'),
  'import-unresolved': error('imports'),
  'subpath-not-exported': error('imports'),
  'alias-in-output': error('imports'),
  'require-of-esm': error('imports'),
  'extension-missing': error('imports'),
  'esm-in-commonjs': error('imports'),
  'commonjs-in-esm': error('imports'),
  'name-not-exported': error('imports'),
  'typescript-at-run': error('imports'),
  'variable-missing': error('start'),
  'start-failed': error('start'),
  'start-hangs': error('start'),
  'start-ended': error('start'),
  'file-missing': error('start'),
  'port-taken': error('start'),
  'port-ignored': error('start'),
  'not-staying-up': error('start'),
  'health-missing': error('health'),
  'health-identity': error('health'),
  'health-lies': error('health'),
  'live-missing': note('health'),
  'not-ready': error('health'),
  'stop-hangs': error('health'),
  'restart-failed': error('health'),
  'ports-collide': error('wiring'),
  'address-disagrees': error('wiring'),
  'route-missing': error('wiring'),
  'route-owner': error('wiring'),
  'post-hangs': error('wiring'),
  'cors-origin': error('wiring'),
  'rate-limited': error('wiring'),
  'migration-failed': error('database'),
  'migration-not-repeatable': error('database'),
  'migration-order': warning('database'),
  'default-secret': warning('hygiene'),
  'env-committed': warning('hygiene'),
  'all-interfaces': note('hygiene'),
  'no-request-timeout': note('hygiene'),
  'unstructured-logs': note('hygiene'),
  'no-trace-propagation': note('hygiene'),
} as const satisfies Record<string, { readonly area: Area; readonly severity: Severity }>;

/** Errors with which a service can be used all the same: nobody who stands on it is stopped. */
export const RUNS_ANYWAY: ReadonlySet<string> = new Set(['stop-hangs', 'restart-failed', 'migration-not-repeatable', 'health-lies'] satisfies readonly Kind[]);

/** What is wrong, as a word that programs can rely on. */
export type Kind = keyof typeof KINDS;

/** All kinds. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[]; // the keys of a constant
