import { audit } from '../../../../support/audit/audit';
import type { Audit, Defect } from '../../../../support/audit/model/defect';
import { parsePlatform } from '../../../../support/manifest/parse-platform';
import type { ServiceInput } from '../../../../support/manifest/schema';
import { writeTree, type Files, type TreeOptions } from './tree';

/** One broken repository, and the one defect that it has. */
export interface Case extends TreeOptions {
  readonly files: Files;
  /** What the manifest says of services, beside the usual; `a` when nothing is said. */
  readonly services?: Readonly<Record<string, Partial<ServiceInput>>>;
  /** `error kind file:line`. */
  readonly defect: string;
  /** The services that it stops itself; `a` when nothing is said. */
  readonly stops?: readonly string[];
  readonly victims?: readonly string[];
}

/** Audits a repository without starting anything. */
export async function auditFiles({ files, services = { a: {} }, ...options }: Omit<Case, 'defect'>): Promise<Audit> {
  const tree = writeTree(files, options);
  try {
    const entries = Object.entries(services).map(([name, input]) => [name, { ...serviceOf(name), ...input }] as const);
    const manifest = parsePlatform({ name: 'corpus', services: Object.fromEntries(entries) });
    return await audit({ manifest, root: tree.root, needs: Promise.resolve([]) });
  } finally {
    tree.remove();
  }
}

/** A defect in one line: `error type-error services/a/src/main.ts:3`. */
export function inShort({ severity, kind, place }: Defect): string {
  return `${severity} ${kind} ${place ? `${place.file}:${place.line}` : '-'}`;
}

function serviceOf(name: string): ServiceInput {
  return { launch: { process: { command: ['npm', 'start'], cwd: `services/${name}` } } };
}
