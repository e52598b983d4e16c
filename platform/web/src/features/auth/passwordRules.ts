import type { PasswordPolicy } from '../../api/types';

/** Whether a rule is met; `later` for what only the server can check. */
export type RuleState = 'met' | 'open' | 'later';

/** Checks one rule of the policy against what is typed. */
export function ruleState(id: string, password: string, context: RuleContext): RuleState {
  const test = TESTS[id];
  if (test === undefined) return 'later';
  return password !== '' && test(password, context) ? 'met' : 'open';
}

/** What a rule looks at beside the password. */
export interface RuleContext {
  readonly email: string;
  readonly minLength: number;
}

/** Whether no rule that can be checked here is open. */
export function meetsPolicy(
  policy: PasswordPolicy | undefined,
  password: string,
  email: string,
): boolean {
  if (policy === undefined) return password !== '';
  const context = { email, minLength: policy.minLength };
  return policy.rules.every(({ id }) => ruleState(id, password, context) !== 'open');
}

const TESTS: Readonly<Record<string, (password: string, context: RuleContext) => boolean>> = {
  length: (password, { minLength }) => [...password].length >= minLength,
  upper: (password) => /\p{Lu}/u.test(password),
  lower: (password) => /\p{Ll}/u.test(password),
  digit: (password) => /\d/.test(password),
  'not-email': (password, { email }) => {
    const name = email.split('@')[0]?.toLowerCase() ?? '';
    return name.length < 4 || !password.toLowerCase().includes(name);
  },
};
