import { expect, test } from '../../../fixtures';
import { problemOf } from '../inventory/support/answer';
import { readPdf } from './support/pdf';
import { at, inState, line, somebody } from './support/prescriptions';

test.describe('labels of prescriptions', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service'] }, () => {
  test('a label is a PDF with patient, medicine, dose, instructions, doctor and number', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await inState(owner, 'approved', {
      patient: somebody('Käthe Müller'),
      doctor: somebody('Dr. Urs Weiß'),
      lines: [line({ quantity: 3 })],
    });
    const response = await owner.get(`${at(prescription)}/label.pdf`);
    expect(response.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="label-${prescription.number}.pdf"`,
      'cache-control': 'private, no-store',
    });
    const { title, pages } = await readPdf(await response.body());
    expect(title).toBe(`Label ${prescription.number}`);
    expect(pages).toEqual([
      [
        'Patient: Käthe Müller',
        'Amoxicillin Sandoz 500 mg',
        'amoxicillin · Quantity: 3',
        'Dose: 1-1-1',
        'Before meals',
        'Prescribed by: Dr. Urs Weiß',
        'Keep out of the reach of children.',
        `Officina · ${prescription.number}`,
      ].join(' '),
    ]);
  });

  test('each medicine has a page of its own', async ({ api }) => {
    const owner = await api.as('owner');
    const lines = [line({ medicine: 'Nexium 40 mg' }), line({ medicine: 'Dafalgan 1 g' })];
    const prescription = await inState(owner, 'dispensed', { lines });
    const { pages } = await readPdf(await (await owner.get(`${at(prescription)}/label.pdf`)).body());
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Nexium 40 mg');
    expect(pages[1]).toContain('Dafalgan 1 g');
  });

  for (const { language, words } of [
    { language: 'de', words: 'Für Kinder unzugänglich aufbewahren.' },
    { language: 'fr', words: 'Tenir hors de la portée des enfants.' },
  ]) {
    test(`a label in ${language} says "${words}"`, async ({ api }) => {
      const owner = await api.as('owner');
      const prescription = await inState(owner, 'approved');
      const response = await owner.get(`${at(prescription)}/label.pdf?language=${language}`);
      expect((await readPdf(await response.body())).pages[0]).toContain(words);
    });
  }

  test('letters that the font does not have lose their marks, and the label still comes', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await inState(owner, 'approved', { patient: somebody('Ştefan 李') });
    const { pages } = await readPdf(await (await owner.get(`${at(prescription)}/label.pdf`)).body());
    expect(pages[0]).toContain('Patient: Stefan ?');
  });

  test('long instructions are printed to their end', async ({ api }) => {
    const owner = await api.as('owner');
    const words = Array.from({ length: 45 }, (_, at) => `word-${at + 10}`);
    const lines = [line({ instructions: words.join(' ') })];
    const prescription = await inState(owner, 'approved', { lines });
    const { pages } = await readPdf(await (await owner.get(`${at(prescription)}/label.pdf`)).body());
    expect(pages[0]).toContain(words.join(' '));
  });

  test('there is no label before approval', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await inState(owner, 'in-review');
    const response = await owner.get(`${at(prescription)}/label.pdf`);
    expect(response.status()).toBe(409);
    const { code, detail } = await problemOf(response);
    expect(code).toBe('wrong-state');
    expect(detail).toContain('"approved" or "dispensed"');
  });

  test('a language that labels do not have is refused', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await inState(owner, 'approved');
    const response = await owner.get(`${at(prescription)}/label.pdf?language=it`);
    expect(response.status()).toBe(422);
    expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['language']);
  });
});
