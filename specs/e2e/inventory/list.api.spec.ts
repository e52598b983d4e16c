import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { addItem, ITEMS, namesOf, stocked } from './support/stock';

test.describe('inventory list', { tag: ['@area:inventory', '@needs:api-gateway', '@needs:inventory-service'] }, () => {
  test('search finds name, strength, form and GTIN, and takes % for a sign like others', async ({ api }) => {
    const owner = await api.as('owner');
    const [{ gtin }] = await Promise.all([
      addItem(owner, { name: 'Algifor', strength: '400 mg', form: 'Tablets' }),
      addItem(owner, { name: 'Bepanthen', strength: '5%', form: 'Ointment' }),
      addItem(owner, { name: 'Calcium', strength: '1000 mg', form: 'Chewable' }),
    ]);
    expect(await namesOf(owner, 'search=algi')).toEqual(['Algifor']);
    expect(await namesOf(owner, 'search=1000')).toEqual(['Calcium']);
    expect(await namesOf(owner, 'search=ointment')).toEqual(['Bepanthen']);
    expect(await namesOf(owner, `search=${gtin}`)).toEqual(['Algifor']);
    expect(await namesOf(owner, 'search=5%25')).toEqual(['Bepanthen']);
  });

  for (const { sort, names } of [
    { sort: '-available', names: ['Lots', 'Few', 'None'] },
    { sort: 'nextExpiry', names: ['Few', 'Lots', 'None'] },
    { sort: '-name', names: ['None', 'Lots', 'Few'] },
  ]) {
    test(`sort=${sort} puts ${names.join(', ')} in this order`, async ({ api }) => {
      const owner = await api.as('owner');
      await Promise.all([
        stocked(owner, { name: 'Lots' }, { quantity: 50, days: 200 }),
        stocked(owner, { name: 'Few' }, { quantity: 5, days: 100 }),
        addItem(owner, { name: 'None' }),
      ]);
      expect(await namesOf(owner, `sort=${sort}`)).toEqual(names);
    });
  }

  test('a sort that there is not is refused', async ({ api }) => {
    const response = await (await api.as('owner')).get(`${ITEMS}?sort=price`);
    expect(response.status()).toBe(422);
    expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['sort']);
  });

  test('pages follow each other without a gap, and the total counts all', async ({ api }) => {
    const owner = await api.as('owner');
    await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => addItem(owner, { name })));
    expect(await namesOf(owner, 'pageSize=2&page=1')).toEqual(['A', 'B']);
    expect(await namesOf(owner, 'pageSize=2&page=3')).toEqual(['E']);
    expect(await answerOf(await owner.get(`${ITEMS}?pageSize=2&page=2`))).toMatchObject({ total: 5, page: 2, pageSize: 2 });
  });

  for (const { filter, names } of [
    { filter: 'low', names: ['Nearly out'] },
    { filter: 'out', names: ['Expired', 'Never there'] },
    { filter: 'expiring', names: ['Expired', 'Soon over'] },
  ]) {
    test(`filter=${filter} lists ${names.join(' and ')} only`, async ({ api }) => {
      const owner = await api.as('owner');
      await Promise.all([
        stocked(owner, { name: 'Nearly out', reorderLevel: 10 }, { quantity: 10 }),
        stocked(owner, { name: 'Plenty', reorderLevel: 10 }, { quantity: 11 }),
        stocked(owner, { name: 'Soon over' }, { quantity: 30, days: 30 }),
        stocked(owner, { name: 'Expired' }, { quantity: 30, days: -1 }),
        addItem(owner, { name: 'Never there' }),
      ]);
      expect(await namesOf(owner, `filter=${filter}`)).toEqual(names);
    });
  }
});
