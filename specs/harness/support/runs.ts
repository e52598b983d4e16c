import type { RunRecord } from '../../../support/run/run-record';
import type { MiniProject } from './mini-project';

/** The record of a project's last run. */
export function runOf(project: MiniProject): RunRecord {
  return JSON.parse(project.read('reports/output/run.json')) as RunRecord; // its form has a spec of its own
}

/** Each test's verdict by its title, with the service where one blocks it: `blocked by stock`. */
export function verdictsOf(project: MiniProject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    runOf(project).tests.map(({ title, verdict, blockedBy }) => [
      title.split(' › ').at(-1),
      blockedBy ? `${verdict} by ${blockedBy.service}` : verdict,
    ]),
  );
}

/** A test that needs these services and does nothing else than what its body says. */
export function testOf(title: string, needs: readonly string[], body = ''): string {
  const tag = needs.map((name) => `@needs:${name}`);
  return `test('${title}', { tag: ${JSON.stringify(tag)} }, async ({ stack, request }, testInfo) => { void stack; void request; void testInfo; ${body} });`;
}

/** A line of a spec that waits. */
export function wait(seconds: number): string {
  return `await new Promise((resolve) => setTimeout(resolve, ${seconds * 1000}));`;
}
