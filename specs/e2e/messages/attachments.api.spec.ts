import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';
import { leaflet, picture, upload } from './support/files';
import { messagesOf, startThread } from './support/threads';
import type { Attachment } from './support/threads';

const pathOf = ({ id }: Attachment) => `/api/messages/attachments/${id}`;

test.describe('attachments', { tag: ['@area:messages', '@needs:api-gateway', '@needs:notification-service'] }, () => {
  test('a participant gets the very file, as a download with its name', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const file = await answerOf<Attachment>(await upload(owner, leaflet), 201);
    expect(file).toMatchObject({ name: leaflet.name, type: 'application/pdf', size: leaflet.buffer.length });
    const { id } = await startThread(owner, [doctor], { attachmentIds: [file.id] });
    expect((await messagesOf(doctor, id)).items[0]?.attachments).toEqual([file]);
    const answer = await doctor.get(pathOf(file));
    expect(answer.status()).toBe(200);
    expect(await answer.body()).toEqual(leaflet.buffer);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(leaflet.name)}`,
      'x-content-type-options': 'nosniff',
    });
  });

  test('an attachment is there for participants only, before sending for its owner only', async ({ api }) => {
    const [owner, doctor, patient] = await Promise.all([api.as('owner'), api.as('doctor'), api.as('patient')]);
    const file = await answerOf<Attachment>(await upload(doctor, picture), 201);
    const statuses = () =>
      Promise.all([doctor, patient, owner].map(async (user) => (await user.get(pathOf(file))).status()));
    expect(await statuses()).toEqual([200, 404, 404]);
    await startThread(doctor, [patient], { attachmentIds: [file.id] });
    expect(await statuses()).toEqual([200, 200, 404]);
  });

  test('a file goes with one message, and only by who uploaded it', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const [sent, foreign] = await Promise.all([
      answerOf<Attachment>(await upload(owner, picture), 201),
      answerOf<Attachment>(await upload(doctor, picture), 201),
    ]);
    const { id } = await startThread(owner, [doctor], { attachmentIds: [sent.id] });
    const refusals = await Promise.all(
      [sent, foreign].map(async (file) => {
        const data = { text: 'Again', attachmentIds: [file.id] };
        return answerOf(await owner.post(`/api/messages/threads/${id}/messages`, { data }), 422);
      }),
    );
    expect(refusals).toMatchObject([{ code: 'unknown-attachment' }, { code: 'unknown-attachment' }]);
    expect(await messagesOf(doctor, id)).toMatchObject({ total: 1 });
  });

  test('a file is judged by its content, not by its name', async ({ api }) => {
    const owner = await api.as('owner');
    const disguised = { ...picture, buffer: Buffer.from('<script>alert(1)</script>') };
    expect(await answerOf(await upload(owner, disguised), 422)).toMatchObject({
      code: 'unsupported-file',
      detail: '"shelf.png" is no PDF, PNG or JPEG by its content. Choose another file.',
    });
    const mislabelled = { ...picture, name: 'notes.txt', mimeType: 'text/plain' };
    expect(await answerOf(await upload(owner, mislabelled), 201)).toMatchObject({ type: 'image/png' });
  });

  test('5 MB is the limit for a file', async ({ api }) => {
    const owner = await api.as('owner');
    const limit = 5 * 1_048_576;
    const sized = (bytes: number) => ({ ...picture, buffer: Buffer.concat([picture.buffer], bytes) });
    expect(await answerOf(await upload(owner, sized(limit)), 201)).toMatchObject({ size: limit });
    expect(await answerOf(await upload(owner, sized(limit + 1)), 413)).toMatchObject({ code: 'too-large' });
    expect(await answerOf(await upload(owner, sized(7 * 1_048_576)), 413)).toMatchObject({ code: 'too-large' });
  });

  test('a path in a file name is cut off, and an upload without a file is refused', async ({ api }) => {
    const owner = await api.as('owner');
    const file = await answerOf<Attachment>(await upload(owner, { ...picture, name: '..\\..\\etc/shelf.png' }), 201);
    expect(file.name).toBe('shelf.png');
    const empty = await owner.post('/api/messages/attachments', { multipart: { note: 'no file' } });
    expect(await answerOf(empty, 422)).toMatchObject({ errors: [{ path: 'file' }] });
  });
});
