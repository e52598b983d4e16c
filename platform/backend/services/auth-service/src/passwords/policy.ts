import { Problem } from '@officina/shared/problems/problem';

import { isCommonPassword } from './commonPasswords';

/** The shortest password. */
export const MIN_LENGTH = 12;

/** The ids of the password rules. */
export const RULE_IDS = ['length', 'upper', 'lower', 'digit', 'not-common', 'not-email'] as const;

type RuleId = (typeof RULE_IDS)[number];

interface Rule {
  readonly id: RuleId;
  readonly text: string;
  holds(password: string, email: string): boolean;
}

function isUnlikeEmail(password: string, email: string): boolean {
  const [local = ''] = email.toLowerCase().split('@');
  return local.length < 4 || !password.toLowerCase().includes(local);
}

/** The rules every password keeps. */
export const PASSWORD_RULES: readonly Rule[] = [
  {
    id: 'length',
    text: `At least ${MIN_LENGTH} characters`,
    holds: (password) => [...password].length >= MIN_LENGTH,
  },
  { id: 'upper', text: 'An upper-case letter', holds: (password) => /\p{Lu}/u.test(password) },
  { id: 'lower', text: 'A lower-case letter', holds: (password) => /\p{Ll}/u.test(password) },
  { id: 'digit', text: 'A digit', holds: (password) => /\p{Nd}/u.test(password) },
  {
    id: 'not-common',
    text: 'Not a commonly used password',
    holds: (password) => !isCommonPassword(password),
  },
  { id: 'not-email', text: 'Not part of the e-mail address', holds: isUnlikeEmail },
];

/** Refuses a password that breaks a rule, naming every broken one. */
export function checkPassword(password: string, email: string, path = 'password'): void {
  const broken = PASSWORD_RULES.filter((rule) => !rule.holds(password, email));
  if (broken.length === 0) return;
  const errors = broken.map(({ id, text }) => ({ path, message: text, rule: id }));
  const detail = `The password is too weak: ${broken.map(({ text }) => text).join('; ')}.`;
  throw new Problem({ status: 422, code: 'weak-password' }, detail, { errors });
}
