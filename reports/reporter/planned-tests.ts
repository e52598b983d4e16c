import type { Suite, TestCase } from '@playwright/test/reporter';
import path from 'node:path';
import type { PlannedTest } from '../../support/merge/planned-test';
import { declaredNeeds } from '../../support/needs/declared-needs';
import { closureOf } from '../../support/sharding/phases';
import type { SuitePlan } from '../../support/sharding/plan-suite';
import type { SuiteFacts } from '../../support/sharding/suite-facts';
import { tagValue } from './allure-labels';

/** A plan, and the suite that it divides before anything is taken out of it. */
export interface DividedSuite {
  readonly plan: SuitePlan;
  readonly facts: SuiteFacts;
  readonly suite: Suite;
  readonly root: string;
}

/** Every test of the plan with the shards that run it: one, or of a set-up every one that needs it. */
export function plannedTests({ plan, facts, suite, root }: DividedSuite): readonly PlannedTest[] {
  const shardsOf = new Map<string, number[]>();
  plan.shards.forEach(({ units }, index) => {
    const projects = [...new Set(units.map((unit) => plan.units[unit]?.project ?? 0))];
    const served = [...closureOf(facts.projects, projects)].filter((project) => facts.projects[project]?.serving);
    const serving = served.flatMap((project) => suite.suites[project]?.allTests() ?? []);
    const own = units.flatMap((unit) => plan.units[unit]?.tests ?? []);
    for (const { id } of [...own, ...serving]) {
      const shards = shardsOf.get(id);
      if (shards) shards.push(index + 1);
      else shardsOf.set(id, [index + 1]);
    }
  });
  return suite.allTests().map((test) => ({ ...identityOf(test, root), shards: shardsOf.get(test.id) ?? [] }));
}

/** Who a test is: what a record of it says whether it has run or not. */
export function identityOf(test: TestCase, root: string): Omit<PlannedTest, 'shards'> {
  const [, project = '', file = '', ...titles] = test.titlePath();
  const area = tagValue(test.tags, 'area');
  return {
    id: test.id,
    title: titles.join(' › '),
    file: path.relative(root, test.location.file) || file,
    line: test.location.line,
    project,
    ...(area === undefined ? {} : { area }),
    declared: [...declaredNeeds(test.tags)],
    ...(test.expectedStatus === 'skipped' ? { skipped: true } : {}),
  };
}
