import { expect, test } from '../../../fixtures';
import { problemOf } from '../inventory/support/answer';
import { inState, line, listed, patientsIn, PRESCRIPTIONS, somebody, written } from './support/prescriptions';

test.describe('list of prescriptions', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service'] }, () => {
  test('search finds number, patient, doctor, medicine and substance, and takes % for a sign like others', async ({ api }) => {
    const owner = await api.as('owner');
    const anna = await written(owner, {
      patient: somebody('Anna Abt'),
      doctor: somebody('Dr. Frei'),
      lines: [line({ medicine: 'Nexium 40 mg', substance: 'esomeprazole' })],
    });
    await written(owner, { patient: somebody('Bruno 5% Beck') });
    expect(await patientsIn(owner, `search=${anna.number.slice(-3)}`)).toEqual(['Anna Abt']);
    expect(await patientsIn(owner, 'search=anna')).toEqual(['Anna Abt']);
    expect(await patientsIn(owner, 'search=frei')).toEqual(['Anna Abt']);
    expect(await patientsIn(owner, 'search=NEXIUM')).toEqual(['Anna Abt']);
    expect(await patientsIn(owner, 'search=esomep')).toEqual(['Anna Abt']);
    expect(await patientsIn(owner, 'search=5%25')).toEqual(['Bruno 5% Beck']);
    expect(await patientsIn(owner, 'search=Before meals')).toEqual([]);
  });

  test('state and patient narrow the list down, also together', async ({ api }) => {
    const owner = await api.as('owner');
    const [anna, bruno] = [somebody('Anna'), somebody('Bruno')];
    await inState(owner, 'approved', { patient: anna });
    await inState(owner, 'rejected', { patient: anna });
    await inState(owner, 'approved', { patient: bruno });
    expect((await patientsIn(owner, 'state=approved')).toSorted()).toEqual(['Anna', 'Bruno']);
    expect((await listed(owner, `patientId=${anna.id}`)).total).toBe(2);
    expect((await listed(owner, `patientId=${anna.id}&state=rejected`)).items).toMatchObject([
      { state: 'rejected', patient: anna },
    ]);
    expect((await listed(owner, 'state=')).total).toBe(3);
  });

  for (const { sort, patients } of [
    { sort: '', patients: ['Bruno', 'Clara', 'Anna'] },
    { sort: 'createdAt', patients: ['Anna', 'Clara', 'Bruno'] },
    { sort: '-number', patients: ['Bruno', 'Clara', 'Anna'] },
    { sort: 'patient', patients: ['Anna', 'Bruno', 'Clara'] },
  ]) {
    test(`${sort || 'no'} sort puts ${patients.join(', ')} in this order`, async ({ api }) => {
      const owner = await api.as('owner');
      await written(owner, { patient: somebody('Anna') });
      await written(owner, { patient: somebody('Clara') });
      await written(owner, { patient: somebody('Bruno') });
      expect(await patientsIn(owner, sort && `sort=${sort}`)).toEqual(patients);
    });
  }

  test('pages follow each other without a gap, and the total counts all', async ({ api }) => {
    const owner = await api.as('owner');
    for (const name of ['E', 'D', 'C', 'B', 'A']) await written(owner, { patient: somebody(name) });
    expect(await patientsIn(owner, 'pageSize=2&page=1')).toEqual(['A', 'B']);
    expect(await patientsIn(owner, 'pageSize=2&page=3')).toEqual(['E']);
    expect(await listed(owner, 'pageSize=2&page=2')).toMatchObject({ total: 5, page: 2, pageSize: 2 });
  });

  for (const { query, path } of [
    { query: 'sort=price', path: 'sort' },
    { query: 'state=lost', path: 'state' },
    { query: 'patientId=7', path: 'patientId' },
    { query: 'page=0', path: 'page' },
  ]) {
    test(`${query} is refused at ${path}`, async ({ api }) => {
      const response = await (await api.as('owner')).get(`${PRESCRIPTIONS}?${query}`);
      expect(response.status()).toBe(422);
      expect((await problemOf(response)).errors?.map((error) => error.path)).toEqual([path]);
    });
  }
});
