import type { z } from 'zod';
import { field } from '../data/field';

type Issue = z.core.$ZodIssue;

/**
 * One line for a zod issue: the key, what was found there and what is allowed.
 *
 * @example describeIssue(issue, input) // 'services.web.port: found "x", allowed: number'
 */
export function describeIssue(issue: Issue, input: unknown): string {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, input);
  const key = issue.path.map(String).join('.') || '(the whole)';
  return `${key}: found ${show(valueAt(input, issue.path))}, allowed: ${allowed(issue)}`;
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, input: unknown): string {
  const prefix = issue.path.map(String);
  return issue.keys
    .map((key) => {
      const found = show(valueAt(input, [...prefix, key]));
      return `${[...prefix, key].join('.')}: found ${found}, but there is no such key`;
    })
    .join('\n  ');
}

function allowed(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(', ');
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(allowed))].join(' or ') || issue.message;
    case 'invalid_key':
      return issue.issues.map((inner) => inner.message).join(', ');
    default:
      return issue.message;
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(field, input);
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
