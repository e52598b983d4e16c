import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { describeError } from '../../support/errors/describe-error';
import { UsageError } from '../../support/errors/usage-error';
import { KINDS } from './damager/damage';

const explanation = z.strictObject({
  /** A target's name, such as `body auth-service POST /api/auth/sign-in`. */
  target: z.string(),
  reason: z.string().min(20, 'a reason that a reader can judge'),
});

/** Why nobody can notice a target. */
export type Explanation = z.output<typeof explanation>;

/**
 * Reads the explanations.
 *
 * @throws UsageError that names the place when the file has another form.
 */
export function readExplanations(file: string): readonly Explanation[] {
  try {
    return z.array(explanation).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const form = `[{ "target": "${KINDS[0]} <service> GET /api/…", "reason": "…" }]`;
    throw new UsageError(`${file} cannot be read: ${describeError(error)}\nIts form is ${form}.`, { cause: error });
  }
}
