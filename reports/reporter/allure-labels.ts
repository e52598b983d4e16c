import { TEST_ID_LABEL } from '../allure/mark-results';
import type { PlatformManifest } from '../../support/manifest/schema';
import { declaredNeeds } from '../../support/needs/declared-needs';

/** An annotation that allure-playwright turns into a label. */
export interface LabelAnnotation {
  readonly type: string;
  readonly description: string;
}

/** The label by which a set-up or teardown is told from a test. */
export const LAYER_LABEL = 'layer';
/** Its value for set-ups and teardowns. */
export const SET_UP = 'set-up';

const SEVERITIES: ReadonlySet<string> = new Set(['blocker', 'critical', 'normal', 'minor', 'trivial']);

/** What the labels of a test are made of. */
export interface LabelledTest {
  readonly id: string;
  readonly tags: readonly string[];
  /** Whether it belongs to a set-up or teardown project. */
  readonly isSetUp?: boolean;
}

/**
 * Area, services, owner and severity (`@severity:critical`) of a test as Allure labels. The owner is the
 * test's own (`@owner:x`), else that of the first service it needs.
 *
 * @example allureLabels({ id, tags: ['@area:stock', '@needs:inventory'] }, manifest)
 */
export function allureLabels(
  { id, tags, isSetUp = false }: LabelledTest,
  manifest: Pick<PlatformManifest, 'services'>,
): LabelAnnotation[] {
  const needs = declaredNeeds(tags);
  const area = tagValue(tags, 'area');
  const owner = tagValue(tags, 'owner') ?? needs.map((name) => manifest.services[name]?.owner).find(Boolean);
  const severity = tagValue(tags, 'severity');
  return [
    label(TEST_ID_LABEL, id),
    ...(area ? [label('area', area), label('epic', area)] : []),
    ...needs.map((service) => label('service', service)),
    ...(owner ? [label('owner', owner)] : []),
    ...(severity && SEVERITIES.has(severity) ? [label('severity', severity)] : []),
    ...(isSetUp ? [label(LAYER_LABEL, SET_UP)] : []),
  ];
}

function label(name: string, description: string): LabelAnnotation {
  return { type: `allure.label.${name}`, description };
}

/** The value of a tag `@name:value`. */
export function tagValue(tags: readonly string[], name: string): string | undefined {
  const prefix = `@${name}:`;
  return tags.find((tag) => tag.startsWith(prefix))?.slice(prefix.length);
}
