import { UsageError } from '../errors/usage-error';
import { describeIssue } from './describe-issue';
import { findReferenceProblems } from './references';
import { platformSchema, type PlatformManifest } from './schema';

/**
 * Validates an unknown value as a manifest.
 *
 * @throws UsageError with one line for every wrong key.
 */
export function parsePlatform(input: unknown): PlatformManifest {
  const parsed = platformSchema.safeParse(input);
  const problems = parsed.success
    ? findReferenceProblems(parsed.data)
    : parsed.error.issues.map((issue) => describeIssue(issue, input));
  if (!parsed.success || problems.length > 0) throw new UsageError(manifestMessage(problems));
  return parsed.data;
}

function manifestMessage(problems: readonly string[]): string {
  const lines = problems.map((problem) => `  ${problem}`).join('\n');
  return `The manifest (groundwork.config.ts) is wrong:\n${lines}\nCorrect it and run again.`;
}
