/** How bad a finding is. */
export type Severity = 'minor' | 'major';

/** Two substances that do not go well together. */
export interface KnownInteraction {
  readonly substances: readonly [string, string];
  readonly severity: Severity;
  readonly text: string;
}

const major = (first: string, second: string, text: string): KnownInteraction => ({
  substances: [first, second],
  severity: 'major',
  text,
});
const minor = (first: string, second: string, text: string): KnownInteraction => ({
  substances: [first, second],
  severity: 'minor',
  text,
});

/** Interactions that a pharmacy meets; substances by their international names. */
export const KNOWN_INTERACTIONS: readonly KnownInteraction[] = [
  major('warfarin', 'ibuprofen', 'Risk of serious bleeding.'),
  major('warfarin', 'diclofenac', 'Risk of serious bleeding.'),
  major('warfarin', 'acetylsalicylic acid', 'Risk of serious bleeding.'),
  major('warfarin', 'fluconazole', 'Slows the breakdown of warfarin: risk of serious bleeding.'),
  major('warfarin', 'metronidazole', 'Slows the breakdown of warfarin: risk of serious bleeding.'),
  major('warfarin', 'amiodarone', 'Slows the breakdown of warfarin: risk of serious bleeding.'),
  major('simvastatin', 'clarithromycin', 'Raises simvastatin: risk of muscle breakdown.'),
  major('simvastatin', 'itraconazole', 'Raises simvastatin: risk of muscle breakdown.'),
  major('simvastatin', 'gemfibrozil', 'Raises simvastatin: risk of muscle breakdown.'),
  major('sildenafil', 'glyceryl trinitrate', 'Risk of a dangerous fall in blood pressure.'),
  major('sildenafil', 'isosorbide mononitrate', 'Risk of a dangerous fall in blood pressure.'),
  major('methotrexate', 'trimethoprim', 'Risk of bone marrow suppression.'),
  major('methotrexate', 'ibuprofen', 'Slows the excretion of methotrexate: toxic levels.'),
  major('fluoxetine', 'tramadol', 'Risk of serotonin syndrome and of seizures.'),
  major('sertraline', 'tramadol', 'Risk of serotonin syndrome and of seizures.'),
  major('sertraline', 'phenelzine', 'Risk of a fatal serotonin syndrome.'),
  major('digoxin', 'amiodarone', 'Raises digoxin: risk of toxic levels.'),
  major('digoxin', 'clarithromycin', 'Raises digoxin: risk of toxic levels.'),
  major('digoxin', 'verapamil', 'Raises digoxin and slows the heart.'),
  major('lithium', 'ibuprofen', 'Slows the excretion of lithium: toxic levels.'),
  major('lisinopril', 'spironolactone', 'Risk of dangerously high potassium.'),
  major('potassium chloride', 'spironolactone', 'Risk of dangerously high potassium.'),
  major('allopurinol', 'azathioprine', 'Slows the breakdown of azathioprine: marrow suppression.'),
  major('ciprofloxacin', 'tizanidine', 'Raises tizanidine: low blood pressure and sedation.'),
  major('clopidogrel', 'omeprazole', 'Weakens clopidogrel: risk of clots.'),
  minor('amlodipine', 'simvastatin', 'Raises simvastatin: at most 20 mg a day.'),
  minor('calcium carbonate', 'ciprofloxacin', 'Hinders the uptake: take two hours apart.'),
  minor('calcium carbonate', 'levothyroxine', 'Hinders the uptake: take four hours apart.'),
  minor('doxycycline', 'ferrous sulfate', 'Hinders the uptake: take three hours apart.'),
  minor('ferrous sulfate', 'levothyroxine', 'Hinders the uptake: take four hours apart.'),
  minor('cimetidine', 'metformin', 'Raises metformin: watch the blood sugar.'),
  minor('paracetamol', 'warfarin', 'In daily use it strengthens warfarin: check the INR.'),
  minor('acetylsalicylic acid', 'ibuprofen', 'Weakens the protection of the heart: take apart.'),
  minor('hydrochlorothiazide', 'ibuprofen', 'Weakens the lowering of blood pressure.'),
];
