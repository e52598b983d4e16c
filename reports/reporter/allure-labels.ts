import { TEST_ID_LABEL } from '../allure/mark-results';
import type { PlatformManifest } from '../../support/manifest/schema';
import { declaredNeeds } from '../../support/needs/declared-needs';

/** An annotation that allure-playwright turns into a label. */
export interface LabelAnnotation {
  readonly type: string;
  readonly description: string;
}

/**
 * Area, services and owner of a test as Allure labels. The owner is the test's own (`@owner:x`), else
 * that of the first service it needs.
 *
 * @example allureLabels({ id, tags: ['@area:stock', '@needs:inventory'] }, manifest)
 */
export function allureLabels(
  { id, tags }: { readonly id: string; readonly tags: readonly string[] },
  manifest: Pick<PlatformManifest, 'services'>,
): LabelAnnotation[] {
  const needs = declaredNeeds(tags);
  const area = tagValue(tags, 'area');
  const owner = tagValue(tags, 'owner') ?? needs.map((name) => manifest.services[name]?.owner).find(Boolean);
  return [
    label(TEST_ID_LABEL, id),
    ...(area ? [label('area', area), label('epic', area)] : []),
    ...needs.map((service) => label('service', service)),
    ...(owner ? [label('owner', owner)] : []),
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
