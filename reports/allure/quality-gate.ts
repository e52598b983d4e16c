import type { BlockedPolicy } from '../../support/run/exit-policy';
import type { QualityRules } from '../../support/config/quality-rules';

const OWN = 'Groundwork: ';

/**
 * Groundwork's own rules, in Allure's words: they say the same as the exit code. Allure counts a blocked and
 * a lost test as no failure, so those are held by their metrics.
 */
export function ownRules(blocked: BlockedPolicy): readonly QualityRules[] {
  return [
    { id: `${OWN}failed`, maxFailures: 0 },
    ...(blocked === 'fail' ? [{ id: `${OWN}blocked`, metricMax: { key: 'tests.blocked', value: 0 } }] : []),
    { id: `${OWN}unknown`, metricMax: { key: 'tests.unknown', value: 0 } },
  ];
}

/** One rule of the gate as Allure has judged it. */
export interface JudgedRule {
  readonly success: boolean;
  readonly rule: string;
  readonly message: string;
}

/** What the user's rules say, for a terminal; nothing where they hold. What Groundwork's own say is told already. */
export function tellGate(judged: readonly JudgedRule[]): readonly string[] {
  const broken = judged.filter(({ success, rule }) => !success && !rule.startsWith(OWN));
  return broken.map(({ rule, message }) => `quality gate: ${rule}: ${withoutColours(message)}`);
}

function withoutColours(text: string): string {
  // eslint-disable-next-line no-control-regex -- colour codes start with the escape character
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
