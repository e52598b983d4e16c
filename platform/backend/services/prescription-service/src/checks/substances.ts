const OTHER_NAMES: Readonly<Record<string, string>> = {
  aspirin: 'acetylsalicylic acid',
  asa: 'acetylsalicylic acid',
  acetylsalicylsäure: 'acetylsalicylic acid',
  'acide acétylsalicylique': 'acetylsalicylic acid',
  acetaminophen: 'paracetamol',
  paracétamol: 'paracetamol',
  nitroglycerin: 'glyceryl trinitrate',
  glyceryltrinitrat: 'glyceryl trinitrate',
  ibuprofène: 'ibuprofen',
  diclofénac: 'diclofenac',
  amoxicilline: 'amoxicillin',
  penicilline: 'penicillin',
  pénicilline: 'penicillin',
  penizillin: 'penicillin',
  simvastatine: 'simvastatin',
  warfarine: 'warfarin',
};

/** One name for a substance, however it was written. */
export function substanceName(written: string): string {
  const name = written.trim().toLowerCase().replace(/\s+/g, ' ');
  return OTHER_NAMES[name] ?? name;
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  penicillin: [
    'penicillin',
    'amoxicillin',
    'ampicillin',
    'flucloxacillin',
    'phenoxymethylpenicillin',
    'piperacillin',
  ],
  cephalosporin: ['cephalosporin', 'cefalexin', 'cefazolin', 'ceftriaxone', 'cefuroxime'],
  NSAID: ['acetylsalicylic acid', 'diclofenac', 'ibuprofen', 'ketoprofen', 'mefenamic acid', 'naproxen'],
  sulfonamide: ['sulfonamide', 'sulfadiazine', 'sulfamethoxazole'],
};

/** The family of a substance whose members are answered alike by allergies. */
export function familyOf(substance: string): string | undefined {
  return Object.keys(FAMILIES).find((family) => FAMILIES[family]?.includes(substance));
}
