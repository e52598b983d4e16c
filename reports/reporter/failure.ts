import type { TestError, TestResult, TestStep } from '@playwright/test/reporter';
import path from 'node:path';
import type { FailureRecord } from '../../support/run/run-record';

/** What a failed attempt says: its message, the place in the suite's own code, and the step. */
export function failureOf(result: TestResult, root: string): FailureRecord {
  const error = result.errors[0] ?? result.error;
  return { message: error?.message ?? '', place: placeOf(error, root), step: stepOf(result.steps) };
}

const FRAME = /\(?(\/[^():\n]+|[A-Z]:\\[^():\n]+):(\d+):\d+\)?$/gm;

/** The deepest line of the suite's own: one of a library says nothing of where to look. */
function placeOf(error: TestError | undefined, root: string): string | undefined {
  const frames = [...(error?.stack ?? '').matchAll(FRAME)].map(([, file = '', line = '']) => ({ file, line }));
  const { location } = error ?? {};
  const all = location ? [...frames, { file: location.file, line: String(location.line) }] : frames;
  const own = all.find(({ file }) => isOwn(path.relative(root, file)));
  return own && `${path.relative(root, own.file)}:${own.line}`;
}

function isOwn(file: string): boolean {
  return !file.startsWith('..') && !path.isAbsolute(file) && !file.includes('node_modules');
}

/** The title of the innermost step of the suite's own in which it failed. */
function stepOf(steps: readonly TestStep[]): string | undefined {
  const failed = steps.find((step) => step.error);
  if (!failed) return undefined;
  const inner = stepOf(failed.steps);
  const isOwn = failed.category === 'test.step' || failed.category === 'fixture' || failed.category === 'hook';
  return inner ?? (isOwn ? failed.title : undefined);
}
