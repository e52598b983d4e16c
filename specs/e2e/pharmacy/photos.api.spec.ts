import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { picture } from '../messages/support/files';
import { added, at, now, refusalOf } from './support/locations';
import type { Location, Photo } from './support/locations';
import { PICTURES, upload, withPhotos } from './support/photos';

const captions = ({ photos }: Location) => photos.map(({ caption }) => caption);
const sized = (bytes: number) => ({ ...picture, buffer: Buffer.concat([picture.buffer], bytes) });
const MOST = 2 * 1_048_576;

const OTHER_FILES = [
  { type: 'a PDF', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
  { type: 'a GIF', buffer: Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1') },
  { type: 'an SVG, which may hold a script', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  { type: 'nothing at all', buffer: Buffer.alloc(0) },
];

test.describe('photos of a location', { tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service'] }, () => {
  for (const file of PICTURES) {
    test(`${file.mimeType} is known by its content and comes back byte by byte`, async ({ api }) => {
      const owner = await api.as('owner');
      const location = await added(owner);
      const lying = { ...file, name: 'page.html', mimeType: 'text/html' };
      const response = await upload(owner, location, { file: lying, caption: ' The shop ' });
      expect(response.status()).toBe(201);
      const photo = await answerOf<Photo>(response);
      expect(photo).toEqual({ id: expect.any(String), caption: 'The shop', type: file.mimeType });
      expect((await now(owner, location)).photos).toEqual([photo]);
      const content = await owner.get(at(location, `/photos/${photo.id}`));
      expect(content.headers()['content-type']).toBe(file.mimeType);
      expect(content.headers()['cache-control']).toBe('private, no-cache');
      expect((await content.body()).equals(file.buffer)).toBe(true);
    });
  }

  test('other files are refused, whatever they call themselves', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    for (const { type, buffer } of OTHER_FILES) {
      const refusal = await refusalOf(await upload(owner, location, { file: { ...picture, buffer } }));
      expect.soft(refusal, type).toEqual({ status: 415, code: 'unsupported-type', paths: ['file'] });
    }
    expect(await now(owner, location)).toEqual(location);
  });

  test('2 MB are taken, one byte more is not', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    expect((await upload(owner, location, { file: sized(MOST) })).status()).toBe(201);
    for (const file of [sized(MOST + 1), sized(4 * 1_048_576)]) {
      const response = await upload(owner, location, { file });
      expect(response.status()).toBe(413);
      expect((await problemOf(response)).code).toBe('too-large');
    }
    expect((await now(owner, location)).photos).toHaveLength(1);
  });

  test('an upload without a file names the field', async ({ api }) => {
    const owner = await api.as('owner');
    const response = await owner.post(at(await added(owner), '/photos'), { multipart: { caption: 'Nothing' } });
    expect(response.status()).toBe(422);
    expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['file']);
  });

  test('eight photos are the most, also when they come at once', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const responses = await Promise.all(Array.from({ length: 10 }, () => upload(owner, location)));
    const refused = responses.filter((response) => response.status() === 409);
    expect(responses.map((response) => response.status()).sort()).toEqual([...Array(8).fill(201), 409, 409]);
    for (const response of refused) expect((await problemOf(response)).code).toBe('too-many-photos');
    expect((await now(owner, location)).photos).toHaveLength(8);
  });

  test('a photo is moved to a position, beyond the end to the last one', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const [, , third] = await withPhotos(owner, location, ['a', 'b', 'c', 'd']);
    for (const { position, order } of [
      { position: 0, order: ['c', 'a', 'b', 'd'] },
      { position: 2, order: ['a', 'b', 'c', 'd'] },
      { position: 1, order: ['a', 'c', 'b', 'd'] },
      { position: 99, order: ['a', 'b', 'd', 'c'] },
    ]) {
      const response = await owner.patch(at(location, `/photos/${third?.id}`), { data: { position } });
      expect(captions(await answerOf<Location>(response)), `to ${position}`).toEqual(order);
      expect(captions(await now(owner, location))).toEqual(order);
    }
  });

  test('a caption changes, its photo stays where it is', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const [first] = await withPhotos(owner, location, ['a', 'b']);
    await answerOf(await owner.patch(at(location, `/photos/${first?.id}`), { data: { caption: 'The door' } }));
    expect(captions(await now(owner, location))).toEqual(['The door', 'b']);
    const response = await owner.patch(at(location, `/photos/${first?.id}`), { data: { position: -1, caption: 7 } });
    expect(response.status()).toBe(422);
    expect((await problemOf(response)).errors?.map(({ path }) => path).sort()).toEqual(['caption', 'position']);
  });

  test('a deleted photo is gone, the others keep their order and a new one comes last', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const [, second] = await withPhotos(owner, location, ['a', 'b', 'c']);
    const path = at(location, `/photos/${second?.id}`);
    expect((await owner.delete(path)).status()).toBe(204);
    await withPhotos(owner, location, ['d']);
    expect(captions(await now(owner, location))).toEqual(['a', 'c', 'd']);
    for (const response of [await owner.get(path), await owner.delete(path), await owner.patch(path, { data: {} })]) {
      expect(response.status()).toBe(404);
      expect((await problemOf(response)).code).toBe('not-found');
    }
  });

  test('a photo is found at its own location only', async ({ api }) => {
    const owner = await api.as('owner');
    const [mine, other] = await Promise.all([added(owner), added(owner)]);
    const [photo] = await withPhotos(owner, mine, ['a']);
    const path = at(other, `/photos/${photo?.id}`);
    expect((await owner.get(path)).status()).toBe(404);
    expect((await owner.delete(path)).status()).toBe(404);
    expect(captions(await now(owner, mine))).toEqual(['a']);
  });
});
