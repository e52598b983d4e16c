import { z } from 'zod';
import { UsageError } from '../../errors/usage-error';
import type { Audit } from '../model/defect';
import { AREAS, KIND_NAMES } from '../model/kinds';

const names = z.array(z.string()).readonly();
const mark = z.enum(['ok', 'note', 'warning', 'error', 'not-looked']);

const defect = z.object({
  id: z.string(),
  kind: z.enum(KIND_NAMES),
  area: z.enum(AREAS),
  severity: z.enum(['error', 'warning', 'note']),
  place: z.object({ file: z.string(), line: z.int().min(1) }).optional(),
  message: z.string(),
  evidence: names,
  repair: z.string(),
  services: names,
  victims: names,
  tests: z.int().min(0),
});

const service = z.object({
  name: z.string(),
  folder: z.string(),
  marks: z.record(z.enum(AREAS), mark),
  variables: names,
  dependsOn: names,
  tests: z.int().min(0),
  skipped: names,
});

/** The form of `audit.json`; docs/audit-json.md tells what the fields mean. */
export const auditSchema = z.object({
  version: z.literal(1),
  platform: z.string(),
  at: z.string(),
  durationMs: z.number().min(0),
  static: z.boolean(),
  services: z.array(service).readonly(),
  defects: z.array(defect).readonly(),
  order: z.array(z.object({ parts: z.array(z.object({ subject: z.string(), defects: names })).readonly() })).readonly(),
}) satisfies z.ZodType<Audit>;

/**
 * Reads an audit that was written before.
 *
 * @throws UsageError when the text is none.
 */
export function parseAudit(text: string, file: string): Audit {
  const read = readJson(text);
  const parsed = auditSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') || 'the whole';
  throw new UsageError(`${file} is no audit.json of this version (${where}: ${issue?.message ?? 'unreadable'}). Give one that "groundwork audit" has written.`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
