import { closeOverDependencies } from '../manifest/dependencies';
import type { ServiceManifest } from '../manifest/schema';

/** One test that is held back: the services that it needs. */
export interface HeldBack {
  readonly id: string;
  readonly needs: readonly string[];
}

/** What is asked: which tests are held back, and which services are not ready. */
export interface WhatIfQuestion {
  readonly tests: readonly HeldBack[];
  readonly down: readonly string[];
  /** Those of them that are down for a reason of their own, whatever they depend on. */
  readonly downByThemselves?: readonly string[];
  readonly services: Readonly<Record<string, ServiceManifest>>;
}

/** One repair of an order, and how many tests run again from then on. */
export interface Repair {
  readonly service: string;
  readonly unlocks: number;
  readonly running: number;
}

/** The tests that would run again if these services (and what they only wait for) were ready. */
export function whatIf(question: WhatIfQuestion, repaired: readonly string[]): readonly HeldBack[] {
  const left = new Set(roots(question).filter((name) => !repaired.includes(name)));
  return question.tests.filter((test) => rootsOf(question, test).every((name) => !left.has(name)));
}

/**
 * The services to repair, in order, until `share` of the held back tests run again: at each step the
 * one that lets most tests run; where none does alone, the one that most tests still wait for.
 *
 * Greedy cover (Chvátal, 1979): not always the smallest set, but close to it and explainable.
 */
export function cheapestRepairs(question: WhatIfQuestion, share: number): readonly Repair[] {
  const goal = Math.ceil(question.tests.length * share);
  const order: Repair[] = [];
  let repaired: readonly string[] = [];
  let running = 0;
  while (running < goal) {
    const left = roots(question).filter((name) => !repaired.includes(name));
    const best = pickBest(question, left, repaired);
    if (!best) break;
    repaired = [...repaired, best];
    const now = whatIf(question, repaired).length;
    order.push({ service: best, unlocks: now - running, running: now });
    running = now;
  }
  return order;
}

function pickBest(
  question: WhatIfQuestion,
  left: readonly string[],
  repaired: readonly string[],
): string | undefined {
  const scored = left.map((name) => ({
    name,
    runs: whatIf(question, [...repaired, name]).length,
    waits: question.tests.filter((test) => rootsOf(question, test).includes(name)).length,
  }));
  scored.sort((a, b) => b.runs - a.runs || b.waits - a.waits || (a.name < b.name ? -1 : 1));
  return scored[0]?.name;
}

/** The services that are down by themselves: the others come back with them. */
function roots({ down, downByThemselves = [], services }: WhatIfQuestion): readonly string[] {
  return down.filter((name) => {
    if (downByThemselves.includes(name)) return true;
    const below = closeOverDependencies(services, [name]);
    return !down.some((other) => other !== name && below.has(other));
  });
}

function rootsOf(question: WhatIfQuestion, test: HeldBack): readonly string[] {
  const closed = closeOverDependencies(question.services, test.needs);
  return roots(question).filter((name) => closed.has(name));
}
