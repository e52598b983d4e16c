import type { APIRequestContext, APIResponse } from '@playwright/test';
import { expect } from '../../../fixtures';
import { strangerApi } from '../inventory/support/stranger';
import { picture } from '../messages/support/files';
import { test } from '../support/inside';
import { freshGln } from './support/gln';
import { added, at, now, refusalOf } from './support/locations';
import type { Photo } from './support/locations';
import { withPhotos } from './support/photos';

type Call = (api: APIRequestContext, path: string) => Promise<APIResponse>;

const CHANGES: Readonly<Record<string, Call>> = {
  'PATCH ': (api, path) => api.patch(path, { data: { status: 'published' } }),
  'PUT /holidays': (api, path) => api.put(path, { data: { holidays: [] } }),
  'PUT /delivery-zones': (api, path) => api.put(path, { data: { deliveryZones: [] } }),
  'POST /photos': (api, path) => api.post(path, { multipart: { file: { ...picture } } }),
  'PATCH /photos/{photo}': (api, path) => api.patch(path, { data: { caption: 'Mine' } }),
  'DELETE /photos/{photo}': (api, path) => api.delete(path),
  'POST /verification': (api, path) => api.post(path, { data: { gln: freshGln() } }),
  'DELETE /verification': (api, path) => api.delete(path),
};
const READS: Readonly<Record<string, Call>> = {
  'GET ': (api, path) => api.get(path),
  'GET /photos/{photo}': (api, path) => api.get(path),
};

const partOf = (route: string, photo: Photo | undefined) =>
  (route.split(' ')[1] ?? '').replace('{photo}', photo?.id ?? '');

const ROUTES = [
  '/api/pharmacies',
  '/api/pharmacies/public/{slug}',
  '/api/pharmacies/public/{slug}/delivery',
  '/api/pharmacies/public/{slug}/photos/{photoId}',
  '/api/pharmacies/{id}',
  '/api/pharmacies/{id}/delivery-zones',
  '/api/pharmacies/{id}/holidays',
  '/api/pharmacies/{id}/photos',
  '/api/pharmacies/{id}/photos/{photoId}',
  '/api/pharmacies/{id}/verification',
  '/internal/pharmacies/{id}/verification',
];

test.describe('access to locations', { tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service'] }, () => {
  for (const role of ['pharmacist', 'assistant', 'doctor', 'patient'] as const) {
    test(`the ${role} reads a location and changes nothing of it`, async ({ api }) => {
      const [owner, theirs] = [await api.as('owner'), await api.as(role)];
      const location = await added(owner);
      const [photo] = await withPhotos(owner, location, ['The shop']);
      const before = await now(owner, location);
      const pathOf = (route: string) => at(location, partOf(route, photo));
      for (const [route, call] of Object.entries(READS)) {
        expect((await call(theirs, pathOf(route))).status(), route).toBe(200);
      }
      for (const [route, call] of Object.entries(CHANGES)) {
        const response = await call(theirs, pathOf(route));
        expect(await refusalOf(response), route).toMatchObject({ status: 403, code: 'missing-right' });
      }
      expect(await now(owner, location)).toEqual(before);
    });
  }

  test('to another account, and to nobody, a location does not exist', async ({ api, stack, playwright }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const stranger = await strangerApi(playwright.request, stack.apiUrl);
    const location = await added(owner);
    const [photo] = await withPhotos(owner, location, ['The shop']);
    const before = await now(owner, location);
    for (const [route, call] of Object.entries({ ...READS, ...CHANGES })) {
      const path = at(location, partOf(route, photo));
      expect(await refusalOf(await call(stranger, path)), route).toMatchObject({ status: 404, code: 'not-found' });
      expect((await call(nobody, path)).status(), route).toBe(401);
    }
    expect(await now(owner, location)).toEqual(before);
    await stranger.dispose();
  });

  test('every route stands in the OpenAPI document', async ({ inside }) => {
    const response = await (await inside.asNobody('pharmacy-service')).get('/openapi.json');
    const { paths } = (await response.json()) as { paths: object };
    expect(Object.keys(paths).sort()).toEqual(ROUTES);
  });
});
