import { z } from '@officina/shared/service/api';

import { KNOWN_INTERACTIONS } from './interactions';
import { familyOf, substanceName } from './substances';

const severity = z.enum(['minor', 'major']);

/** What speaks against the lines of a prescription. */
export const findings = z
  .object({
    interactions: z.array(
      z.object({ substances: z.array(z.string()).length(2), severity, text: z.string() }),
    ),
    allergies: z.array(
      z.object({ substance: z.string(), allergen: z.string(), severity, text: z.string() }),
    ),
  })
  .openapi('PrescriptionChecks');

/** What speaks against the lines of a prescription, read. */
export type Findings = z.output<typeof findings>;
type Allergy = Findings['allergies'][number];

function allergyTo(substance: string, allergen: string): Allergy | undefined {
  if (substance === allergen) {
    const text = `The patient is allergic to ${allergen}.`;
    return { substance, allergen, severity: 'major', text };
  }
  const [family, other] = [familyOf(substance), familyOf(allergen)];
  if (family === undefined || other === undefined) return undefined;
  if (family === other) {
    const text = `The patient is allergic to ${allergen}; both belong to the family ${family}.`;
    return { substance, allergen, severity: 'major', text };
  }
  if ([family, other].sort().join() !== 'cephalosporin,penicillin') return undefined;
  const text = `The patient is allergic to ${allergen}; a reaction to ${substance} is possible.`;
  return { substance, allergen, severity: 'minor', text };
}

const worstFirst = (one: { severity: string }, other: { severity: string }) =>
  one.severity.localeCompare(other.severity);

/** Looks for interactions among substances, and for allergies of the patient to them. */
export function findingsFor(
  written: readonly string[],
  writtenAllergies: readonly string[],
): Findings {
  const substances = [...new Set(written.map(substanceName))];
  const allergens = [...new Set(writtenAllergies.map(substanceName))];
  const interactions = KNOWN_INTERACTIONS.filter((known) =>
    known.substances.every((name) => substances.includes(name)),
  ).map((known) => ({ ...known, substances: [...known.substances] }));
  const allergies = substances.flatMap((substance) =>
    allergens.flatMap((allergen) => allergyTo(substance, allergen) ?? []),
  );
  return {
    interactions: interactions.sort(worstFirst),
    allergies: allergies.sort(worstFirst),
  };
}

/** The findings that forbid a prescription unless somebody answers for it. */
export function majorFindings({ interactions, allergies }: Findings): string[] {
  return [
    ...interactions
      .filter((one) => one.severity === 'major')
      .map(({ substances, text }) => `${substances.join(' + ')}: ${text}`),
    ...allergies
      .filter((one) => one.severity === 'major')
      .map(({ substance, text }) => `${substance}: ${text}`),
  ];
}
