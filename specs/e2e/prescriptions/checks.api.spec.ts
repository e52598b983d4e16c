import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { at, inState, linesOf, now, override, PRESCRIPTIONS, setAllergies, somebody, take, written } from './support/prescriptions';

interface Findings {
  readonly interactions: readonly { readonly substances: readonly string[]; readonly severity: string; readonly text: string }[];
  readonly allergies: readonly { readonly substance: string; readonly allergen: string; readonly severity: string }[];
}

const INTERACTIONS = [
  {
    title: 'warfarin with ibuprofen is major',
    substances: ['warfarin', 'ibuprofen'],
    found: ['warfarin + ibuprofen: major'],
  },
  {
    title: 'the order of the lines does not matter',
    substances: ['clarithromycin', 'simvastatin'],
    found: ['simvastatin + clarithromycin: major'],
  },
  {
    title: 'names count as one in capitals, with blanks and as synonyms',
    substances: [' Warfarin', 'ASPIRIN'],
    found: ['warfarin + acetylsalicylic acid: major'],
  },
  {
    title: 'iron with levothyroxine is minor',
    substances: ['ferrous sulfate', 'levothyroxine'],
    found: ['ferrous sulfate + levothyroxine: minor'],
  },
  {
    title: 'three medicines show every pair, the worst first',
    substances: ['paracetamol', 'warfarin', 'metronidazole'],
    found: ['warfarin + metronidazole: major', 'paracetamol + warfarin: minor'],
  },
  { title: 'what goes together shows nothing', substances: ['paracetamol', 'omeprazole'], found: [] },
  { title: 'the same medicine twice is no interaction', substances: ['warfarin', 'warfarin'], found: [] },
] as const;

const ALLERGIES = [
  {
    title: 'the substance itself is major',
    allergies: ['Ibuprofen'],
    substance: 'ibuprofen',
    found: ['ibuprofen for ibuprofen: major'],
  },
  {
    title: 'another of the same family is major',
    allergies: ['penicillin'],
    substance: 'amoxicillin',
    found: ['amoxicillin for penicillin: major'],
  },
  {
    title: 'a cephalosporin after a penicillin is minor',
    allergies: ['Penizillin'],
    substance: 'cefuroxime',
    found: ['cefuroxime for penicillin: minor'],
  },
  { title: 'another family shows nothing', allergies: ['penicillin'], substance: 'ibuprofen', found: [] },
] as const;

test.describe('prescription checks', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service'] }, () => {
  for (const { title, substances, found } of INTERACTIONS) {
    test(`interactions: ${title}`, async ({ api }) => {
      const owner = await api.as('owner');
      const prescription = await written(owner, { lines: linesOf(...substances) });
      const { interactions } = await answerOf<Findings>(await owner.get(`${at(prescription)}/checks`));
      const told = interactions.map((one) => `${one.substances.join(' + ')}: ${one.severity}`);
      expect(told).toEqual(found);
      expect(interactions.every(({ text }) => text.length > 10)).toBe(true);
    });
  }

  for (const { title, allergies, substance, found } of ALLERGIES) {
    test(`allergies: ${title}`, async ({ api }) => {
      const owner = await api.as('owner');
      const patient = somebody();
      const prescription = await written(owner, { patient, lines: linesOf(substance) });
      await setAllergies(owner, patient, allergies);
      const findings = await answerOf<Findings>(await owner.get(`${at(prescription)}/checks`));
      const told = findings.allergies.map((one) => `${one.substance} for ${one.allergen}: ${one.severity}`);
      expect(told).toEqual(found);
    });
  }

  test('a major interaction stops the approval and is named', async ({ api }) => {
    const owner = await api.as('owner');
    const lines = linesOf('warfarin', 'ibuprofen');
    const prescription = await inState(owner, 'in-review', { lines });
    const response = await take(owner, prescription, 'approve');
    expect(response.status()).toBe(409);
    const { code, detail } = await problemOf(response);
    expect(code).toBe('unsafe');
    expect(detail).toContain('warfarin + ibuprofen: Risk of serious bleeding.');
    expect((await now(owner, prescription)).state).toBe('in-review');
  });

  test('an allergy that became known after the review stops the approval', async ({ api }) => {
    const owner = await api.as('owner');
    const patient = somebody();
    const prescription = await inState(owner, 'in-review', { patient, lines: linesOf('naproxen') });
    await setAllergies(owner, patient, ['aspirin']);
    const response = await take(owner, prescription, 'approve');
    expect(response.status()).toBe(409);
    expect((await problemOf(response)).detail).toContain('The patient is allergic to acetylsalicylic acid');
  });

  test('a minor finding does not stop the approval', async ({ api }) => {
    const owner = await api.as('owner');
    const lines = linesOf('ferrous sulfate', 'levothyroxine');
    const prescription = await inState(owner, 'in-review', { lines });
    expect((await take(owner, prescription, 'approve')).status()).toBe(200);
  });

  test('a reason overrides, and the history keeps reason and findings', async ({ api }) => {
    const owner = await api.as('owner');
    const lines = linesOf('lithium', 'ibuprofen');
    const prescription = await inState(owner, 'in-review', { lines });
    const reason = 'Levels are measured every week';
    expect((await override(owner, prescription, reason)).status()).toBe(200);
    const history = await answerOf<{ items: readonly unknown[] }>(await owner.get(`${at(prescription)}/history`));
    expect(history.items.at(-1)).toMatchObject({
      action: 'approved',
      details: {
        override: 'Levels are measured every week',
        findings: ['lithium + ibuprofen: Slows the excretion of lithium: toxic levels.'],
      },
    });
  });

  test('an override without a real reason is refused', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await inState(owner, 'in-review', { lines: linesOf('warfarin', 'ibuprofen') });
    const response = await override(owner, prescription, '  ');
    expect(response.status()).toBe(422);
    expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['override.reason']);
  });

  test("a patient's allergies are replaced as a whole, each kept once", async ({ api }) => {
    const owner = await api.as('owner');
    const path = `${PRESCRIPTIONS}/patients/${crypto.randomUUID()}/profile`;
    expect(await (await owner.get(path)).json()).toEqual({ allergies: [] });
    const kept = await owner.put(path, { data: { allergies: ['ibuprofen', 'latex', 'ibuprofen'] } });
    expect(await answerOf(kept)).toEqual({ allergies: ['ibuprofen', 'latex'] });
    expect(await (await owner.get(path)).json()).toEqual({ allergies: ['ibuprofen', 'latex'] });
    await owner.put(path, { data: { allergies: [] } });
    expect(await (await owner.get(path)).json()).toEqual({ allergies: [] });
  });
});
