import { z } from 'zod';
import { UsageError } from '../errors/usage-error';
import { FAULT_KINDS, parseFaults } from '../faults/parse-faults';
import { LAUNCHERS } from '../launchers/launcher-name';

/** Variables that Groundwork sets for its own processes; not for users. */
const INTERNAL = ['GROUNDWORK_STATE', 'GROUNDWORK_RUN_ID', 'GROUNDWORK_HEADED', 'GROUNDWORK_FACTS'];

const names = z
  .string()
  .regex(/^\s*[a-z][a-z0-9-]*(\s*,\s*[a-z][a-z0-9-]*)*\s*$/, 'names of services with commas between')
  .transform((text) => text.split(',').map((name) => name.trim()));

const faults = z.string().transform((text, context) => {
  const parsed = parseFaults(text);
  if (!('wrong' in parsed)) return parsed;
  const message = `<service>:<${FAULT_KINDS.join('|')}>@<seconds> or …@<from>-<until>, commas between`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const launcher = z.enum(LAUNCHERS);

const schema = z.strictObject({
  GROUNDWORK_LAUNCHER: launcher.optional(),
  GROUNDWORK_CHROMIUM: z.string().min(1, 'the path of a Chrome or Chromium program').optional(),
  GROUNDWORK_WITHOUT: names.optional(),
  GROUNDWORK_FAULT: faults.optional(),
  GROUNDWORK_RUN: z.string().optional(),
  GROUNDWORK_COMMIT: z.string().optional(),
  /** `GROUNDWORK_LAUNCH_<SERVICE>`, by `serviceVariable`. */
  launch: z.record(z.string(), launcher).readonly(),
  /** `GROUNDWORK_URL_<SERVICE>`, by `serviceVariable`. */
  urls: z.record(z.string(), z.url({ protocol: /^https?$/, error: 'an address that starts with http:// or https://' })).readonly(),
});

/** The variables of which there is one a service: their beginnings and where they are kept. */
const PREFIXES = { launch: 'GROUNDWORK_LAUNCH_', urls: 'GROUNDWORK_URL_' } as const;

/** Groundwork's variables as they are allowed to be. */
export type GroundworkEnvironment = z.output<typeof schema>;

/**
 * Validates every `GROUNDWORK_…` variable; a name that does not exist is a mistake too, because a
 * misspelt switch would otherwise do nothing in silence.
 *
 * @throws UsageError
 */
export function parseEnvironment(variables: Readonly<NodeJS.ProcessEnv>): GroundworkEnvironment {
  const own = Object.fromEntries(
    Object.entries(variables).filter(
      // An empty value is how a CI's file says "not set".
      ([key, value]) => key.startsWith('GROUNDWORK_') && !INTERNAL.includes(key) && value !== '',
    ),
  );
  const { launch, urls, ...others } = apart(own);
  const parsed = schema.safeParse({ ...others, launch, urls });
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.flatMap((issue) => describe(issue, own));
  throw new UsageError(`The environment is wrong:\n  ${lines.join('\n  ')}`);
}

function apart(own: Readonly<Record<string, string | undefined>>) {
  const entries = Object.entries(own);
  const under = (prefix: string) =>
    Object.fromEntries(entries.flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])));
  const isOfService = (key: string) => Object.values(PREFIXES).some((prefix) => key.startsWith(prefix));
  const others = Object.fromEntries(entries.filter(([key]) => !isOfService(key)));
  return { ...others, launch: under(PREFIXES.launch), urls: under(PREFIXES.urls) };
}

function describe(issue: z.core.$ZodIssue, own: Readonly<Record<string, unknown>>): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = [
      ...Object.keys(schema.shape).filter((key) => !(key in PREFIXES)),
      ...Object.values(PREFIXES).map((prefix) => `${prefix}<SERVICE>`),
    ].join(', ');
    return issue.keys.map((key) => `${key}: found "${String(own[key])}", but the variables are: ${known}`);
  }
  const [first, second = ''] = issue.path.map(String);
  const key = first === 'launch' || first === 'urls' ? `${PREFIXES[first]}${second}` : String(first);
  const allowed = issue.code === 'invalid_value' ? issue.values.join(', ') : issue.message;
  return [`${key}: found "${String(own[key])}", allowed: ${allowed}`];
}
