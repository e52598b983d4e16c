import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { added, at, LOCATIONS, now, PLACE, refusalOf } from './support/locations';
import type { Hours, Location } from './support/locations';

const NAMES = [
  { name: 'Apotheke am See', city: 'Zürich', slug: 'apotheke-am-see-zuerich' },
  { name: 'Bären & Löwen', city: 'Großhöchstetten', slug: 'baeren-loewen-grosshoechstetten' },
  { name: "Pharmacie de l'Hôpital Ça va", city: 'Orléans', slug: 'pharmacie-de-l-hopital-ca-va-orleans' },
  { name: ' -- Œuvre №1 -- ', city: 'Lyon', slug: 'oeuvre-no1-lyon' },
  { name: '薬局', city: '東京', slug: 'pharmacy' },
];

const TOGETHER: readonly { title: string; hours: readonly Hours[]; paths: readonly string[] }[] = [
  {
    title: 'the second begins before the first has ended',
    hours: [{ day: 1, from: '08:00', to: '12:30' }, { day: 1, from: '12:00', to: '18:00' }],
    paths: ['openingHours.1.from'],
  },
  {
    title: 'one lies within the other, whatever their order',
    hours: [{ day: 2, from: '10:00', to: '11:00' }, { day: 3, from: '08:00', to: '18:00' }, { day: 2, from: '08:00', to: '18:00' }],
    paths: ['openingHours.2.from'],
  },
  {
    title: 'the same hours twice',
    hours: [{ day: 7, from: '10:00', to: '12:00' }, { day: 7, from: '10:00', to: '12:00' }],
    paths: ['openingHours.1.from'],
  },
];

test.describe('pharmacy locations at the API', { tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service'] }, () => {
  test('a new location has an empty profile and is not verified', async ({ api }) => {
    const made = await added(await api.as('owner'));
    expect(made).toMatchObject({
      ...PLACE,
      slug: expect.stringMatching(/^apotheke-am-markt-bern(-\d+)?$/),
      description: '',
      phone: '',
      status: 'draft',
      openingHours: [],
      holidays: [],
      deliveryZones: [],
      photos: [],
      verification: { state: 'unverified', gln: null, reason: null, requestedAt: null, decidedAt: null },
    });
  });

  test('a slug is made of name and city, in plain letters', async ({ api }) => {
    const owner = await api.as('owner');
    for (const { name, city, slug } of NAMES) {
      const made = await added(owner, { name, city });
      // Another test run may have left the same name in the database.
      expect.soft(made.slug, `${name} in ${city}`).toMatch(new RegExp(`^${slug}(-\\d+)?$`));
    }
  });

  test('locations of one name that are added at once have slugs of their own', async ({ api }) => {
    const [owner, name] = [await api.as('owner'), `Apotheke ${crypto.randomUUID()}`];
    const made = await Promise.all(Array.from({ length: 8 }, () => added(owner, { name })));
    const slug = `${name.toLowerCase().replace(' ', '-')}-bern`;
    const expected = [slug, ...[2, 3, 4, 5, 6, 7, 8].map((number) => `${slug}-${number}`)];
    expect(made.map((each) => each.slug).sort()).toEqual(expected.sort());
  });

  test('a slug stays when the name changes', async ({ api }) => {
    const owner = await api.as('owner');
    const { slug, id } = await added(owner);
    const change = { name: 'Rosen-Apotheke', city: 'Thun', slug: 'mine' };
    const changed = await answerOf<Location>(await owner.patch(at({ id }), { data: change }));
    expect(changed).toMatchObject({ name: 'Rosen-Apotheke', slug });
  });

  test('an emptied phone number and manager may be null', async ({ api }) => {
    const owner = await api.as('owner');
    const made = await added(owner, { phone: null, managerId: null });
    expect(made).toMatchObject({ phone: '', managerId: null });
    await answerOf(await owner.patch(at(made), { data: { phone: '+41 31 000 00 00', description: 'By the tower' } }));
    expect(await now(owner, made)).toMatchObject({ phone: '+41 31 000 00 00', description: 'By the tower' });
    await answerOf(await owner.patch(at(made), { data: { phone: null } }));
    expect(await now(owner, made)).toMatchObject({ phone: '', description: 'By the tower' });
  });

  test('a description has at most 2000 characters', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await added(owner, { description: 'x'.repeat(2000) });
    const response = await owner.patch(at({ id }), { data: { description: 'x'.repeat(2001) } });
    expect(response.status()).toBe(422);
    expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['description']);
    expect((await now(owner, { id })).description).toHaveLength(2000);
  });

  test('opening hours that overlap are refused, naming the line', async ({ api }) => {
    const owner = await api.as('owner');
    const made = await added(owner);
    for (const { title, hours, paths } of TOGETHER) {
      const data = { ...PLACE, openingHours: hours };
      for (const response of [await owner.patch(at(made), { data }), await owner.post(LOCATIONS, { data })]) {
        expect.soft(await refusalOf(response), title).toEqual({ status: 422, code: 'invalid-input', paths });
      }
    }
    expect(await answerOf<object>(await owner.get(LOCATIONS))).toEqual({ items: [made], total: 1 });
  });

  test('hours of a day that only touch, and the same hours of two days, are taken', async ({ api }) => {
    const openingHours = [
      { day: 1, from: '08:00', to: '12:00' },
      { day: 1, from: '12:00', to: '18:00' },
      { day: 2, from: '08:00', to: '12:00' },
    ];
    expect((await added(await api.as('owner'), { openingHours })).openingHours).toEqual(openingHours);
  });
});
