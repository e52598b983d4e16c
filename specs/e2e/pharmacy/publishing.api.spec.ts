import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { toldOf } from './support/audit';
import { added, at, daily, LOCATIONS, now, PLACE, publicAt, published } from './support/locations';
import type { Location } from './support/locations';

const HOURS = daily('08:00', '18:30');

test.describe('publishing a location', {
  tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service', '@needs:user-service'],
}, () => {
  test('a draft is hidden, a published location is there for everybody, and can be hidden again', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const location = await added(owner, { name: `Apotheke ${crypto.randomUUID()}`, openingHours: HOURS });
    const shown = async (status: string) => {
      const changed = await answerOf<Location>(await owner.patch(at(location), { data: { status } }));
      expect(changed.status).toBe(status);
      return (await nobody.get(publicAt(location))).status();
    };
    expect((await nobody.get(publicAt(location))).status()).toBe(404);
    expect(await shown('published')).toBe(200);
    expect(await shown('draft')).toBe(404);
  });

  test('without opening hours nothing is published, and the refusal says what is missing', async ({ api }) => {
    const owner = await api.as('owner');
    const draft = await added(owner);
    const refused = [
      await owner.patch(at(draft), { data: { status: 'published' } }),
      await owner.patch(at(draft), { data: { status: 'published', openingHours: [], name: 'Rosen-Apotheke' } }),
      await owner.post(LOCATIONS, { data: { ...PLACE, status: 'published' } }),
    ];
    for (const response of refused) {
      expect(response.status()).toBe(409);
      expect(await problemOf(response)).toMatchObject({ code: 'incomplete', errors: [{ path: 'openingHours' }] });
    }
    expect(await now(owner, draft)).toEqual(draft);
    expect(await answerOf<object>(await owner.get(LOCATIONS))).toMatchObject({ total: 1 });
  });

  test('hours that come with the publishing are enough', async ({ api }) => {
    const owner = await api.as('owner');
    const data = { status: 'published', openingHours: HOURS };
    const changed = await answerOf<Location>(await owner.patch(at(await added(owner)), { data }));
    expect(changed).toMatchObject({ status: 'published', openingHours: HOURS });
  });

  test('a published location keeps its hours until it is a draft', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await published(owner);
    const response = await owner.patch(at(location), { data: { openingHours: [] } });
    expect(response.status()).toBe(409);
    expect((await now(owner, location)).openingHours).toEqual(HOURS);
    const hidden = await owner.patch(at(location), { data: { openingHours: [], status: 'draft' } });
    expect(await answerOf<Location>(hidden)).toMatchObject({ openingHours: [], status: 'draft' });
  });

  test('the audit log tells what was changed, published and hidden, and by whom', async ({ api, auth }) => {
    const owner = await api.as('owner');
    const location = await added(owner, { openingHours: HOURS });
    const steps = [{ description: 'By the tower' }, { status: 'published' }, { status: 'published' }, { status: 'draft' }];
    for (const data of steps) await answerOf(await owner.patch(at(location), { data }));
    const deliveryZones = [{ postcode: '3011', fee: 0, minimumOrder: 0, minutes: 30 }];
    await answerOf(await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } }));
    const { user } = (await auth.session('owner')).data as { readonly user: { readonly id: string } };
    const by = { actor: { id: user.id, name: 'Olivia Owner' }, target: { id: location.id, name: location.name } };
    expect(await toldOf(owner)).toMatchObject([
      { ...by, action: 'location.created' },
      { ...by, action: 'location.updated', details: { description: { from: '', to: 'By the tower' } } },
      { ...by, action: 'location.published' },
      { ...by, action: 'location.unpublished' },
      { ...by, action: 'location.updated', details: { deliveryZones: { from: [], to: deliveryZones } } },
    ]);
  });

  test('a change that also publishes is told as both', async ({ api }) => {
    const owner = await api.as('owner');
    const data = { status: 'published', openingHours: HOURS };
    await answerOf(await owner.patch(at(await added(owner)), { data }));
    const actions = (await toldOf(owner)).map(({ action }) => action).sort();
    expect(actions).toEqual(['location.created', 'location.published', 'location.updated']);
  });
});
