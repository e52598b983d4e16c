import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { invite } from '../master-account/support/people';
import { picture } from '../messages/support/files';
import { added, at, daily, LOCATIONS, publicAt, published } from './support/locations';
import type { Holiday } from './support/locations';
import { withPhotos } from './support/photos';

interface Public {
  readonly holidays: readonly Holiday[];
  readonly now: { readonly today: string };
}

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

test.describe('public page of a location', { tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service'] }, () => {
  test('tells everybody what visitors need, and nothing else', async ({ api, auth }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const manager = await invite(owner);
    const hours = daily('00:00', '23:59');
    const details = { description: 'By the tower', phone: '+41 31 000 00 00', managerId: manager.id, openingHours: hours };
    const location = await published(owner, details);
    const holidays = [{ date: '2030-12-25', name: 'Christmas', from: null, to: null }];
    const deliveryZones = [{ postcode: '3011', fee: 500, minimumOrder: 2000, minutes: 45 }];
    await answerOf(await owner.put(at(location, '/holidays'), { data: { holidays } }));
    await answerOf(await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } }));
    const photos = await withPhotos(owner, location, ['The shop']);
    const response = await nobody.get(publicAt(location));
    expect(response.status()).toBe(200);
    expect(await response.json()).toEqual({
      slug: location.slug,
      name: location.name,
      description: 'By the tower',
      street: 'Marktgasse 1',
      postcode: '3011',
      city: 'Bern',
      country: 'CH',
      phone: '+41 31 000 00 00',
      openingHours: hours,
      holidays,
      deliveryZones,
      photos,
      verified: false,
      now: { open: true, until: '23:59', opensAt: null, today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    const { user } = (await auth.session('owner')).data as { readonly user: { readonly account: { readonly id: string } } };
    const text = await response.text();
    for (const secret of [user.account.id, manager.id, location.id]) expect(text).not.toContain(secret);
  });

  test('a draft and a name that nobody has are the same to visitors', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const draft = await added(owner, { openingHours: daily('08:00', '18:00') });
    const [photo] = await withPhotos(owner, draft, ['Hidden']);
    for (const part of ['', `/photos/${photo?.id}`, '/delivery?postcode=3011']) {
      const [hidden, unknown] = await Promise.all([
        nobody.get(publicAt(draft, part)),
        nobody.get(publicAt({ slug: `nowhere-${crypto.randomUUID()}` }, part)),
      ]);
      expect(hidden.status(), part).toBe(404);
      expect((await problemOf(hidden)).code).toBe('not-found');
      expect(await hidden.json()).toEqual(await unknown.json());
    }
  });

  test('the open routes are for reading, and for nothing beside the public pages', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const location = await published(owner);
    const path = publicAt(location);
    const refused = [
      nobody.post(path, { data: {} }),
      nobody.put(path, { data: {} }),
      nobody.patch(path, { data: {} }),
      nobody.delete(path),
      nobody.get(`${LOCATIONS}/public`),
      nobody.get(`${LOCATIONS}/public/`),
      nobody.get(`${LOCATIONS}/publicity/${location.slug}`),
      nobody.get(at(location)),
    ];
    expect((await Promise.all(refused)).map((response) => response.status())).toEqual(refused.map(() => 401));
    const headers = { authorization: 'Bearer of-bad-news' };
    expect((await nobody.get(path, { headers })).status(), 'a stale session is no hindrance').toBe(200);
  });

  test('only holidays from today on are shown', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const location = await published(owner);
    const { today } = (await answerOf<Public>(await nobody.get(publicAt(location)))).now;
    const holidays = [-400, -1, 0, 1, 2].map((days) => {
      return { date: dayAfter(today, days), name: `${days}`, from: null, to: null };
    });
    await answerOf(await owner.put(at(location, '/holidays'), { data: { holidays } }));
    const shown = await answerOf<Public>(await nobody.get(publicAt(location)));
    expect(shown.holidays).toEqual(holidays.filter(({ date }) => date >= shown.now.today));
    expect(shown.holidays.length).toBeGreaterThan(0);
  });

  test('photos come with the headers that let browsers keep and other origins show them', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const [location, other] = [await published(owner), await published(owner)];
    const [photo] = await withPhotos(owner, location, ['The shop']);
    const path = publicAt(location, `/photos/${photo?.id}`);
    const response = await nobody.get(path);
    expect(response.status()).toBe(200);
    expect((await response.body()).equals(picture.buffer)).toBe(true);
    expect(response.headers()).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=3600',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    const etag = response.headers().etag ?? '';
    expect((await nobody.get(path, { headers: { 'if-none-match': etag } })).status()).toBe(304);
    expect((await nobody.get(publicAt(other, `/photos/${photo?.id}`))).status()).toBe(404);
  });

  test('says whether it delivers to a postcode, however that is written', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const location = await published(owner);
    const near = { fee: 500, minimumOrder: 2000, minutes: 45 };
    const far = { fee: 0, minimumOrder: 0, minutes: 1440 };
    const deliveryZones = [{ postcode: '3011', ...near }, { postcode: 'SW1A 1AA', ...far }];
    await answerOf(await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } }));
    const none = { delivers: false, fee: null, minimumOrder: null, minutes: null };
    for (const { postcode, expected } of [
      { postcode: '3011', expected: { delivers: true, ...near } },
      { postcode: ' 3011 ', expected: { delivers: true, ...near } },
      { postcode: 'sw1a1aa', expected: { delivers: true, ...far } },
      { postcode: '301', expected: none },
      { postcode: '3012', expected: none },
    ]) {
      const response = await nobody.get(publicAt(location, '/delivery'), { params: { postcode } });
      expect(response.status()).toBe(200);
      expect.soft(await response.json(), postcode).toEqual(expected);
    }
  });

  test('a question about delivery without a postcode is refused', async ({ api }) => {
    const location = await published(await api.as('owner'));
    for (const query of ['', '?postcode=', `?postcode=${'3'.repeat(13)}`]) {
      const response = await (await api.anonymous()).get(publicAt(location, `/delivery${query}`));
      expect(response.status(), query).toBe(422);
      expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['postcode']);
    }
  });
});
