import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';
import { markRead, messagesOf, startThread, userIdOf, write } from './support/threads';

test.describe('messages', { tag: ['@area:messages', '@needs:api-gateway', '@needs:notification-service', '@needs:user-service'] }, () => {
  test('messages stand in the order they were written, also when written at once', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { text: 'First' });
    const written = await Promise.all([1, 2, 3, 4].map((n) => write(n % 2 ? owner : doctor, id, `At once ${n}`)));
    await write(doctor, id, 'Last');
    const { items, total } = await messagesOf(owner, id);
    expect(total).toBe(6);
    expect(items.at(0)?.text).toBe('First');
    expect(items.at(-1)).toMatchObject({ text: 'Last', author: { name: 'Doris Doctor' }, threadId: id });
    expect(new Set(items.slice(1, 5).map((item) => item.id))).toEqual(new Set(written.map((item) => item.id)));
  });

  test('the first page has the newest messages, oldest first within it', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { text: '1' });
    for (const text of ['2', '3', '4', '5']) await write(owner, id, text);
    const texts = async (page: number) => {
      const { items } = await messagesOf(doctor, id, `?page=${page}&pageSize=2`);
      return items.map(({ text }) => text);
    };
    expect(await texts(1)).toEqual(['4', '5']);
    expect(await texts(2)).toEqual(['2', '3']);
    expect(await texts(3)).toEqual(['1']);
  });

  test('a message names who has read it, and only up to where they read', async ({ api }) => {
    const [owner, doctor, patient] = await Promise.all([api.as('owner'), api.as('doctor'), api.as('patient')]);
    const { id } = await startThread(owner, [doctor, patient]);
    await markRead(doctor, id);
    await write(owner, id, 'And this?');
    const { items } = await messagesOf(owner, id);
    expect(items.map(({ readBy }) => readBy)).toEqual([[await userIdOf(doctor)], []]);
  });

  test('texts keep line breaks and anything that looks like markup', async ({ api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const text = 'Line one\n<b onclick="x">two</b> 💊 \'; drop table messages; --';
    const { id } = await startThread(owner, [doctor], { text });
    expect((await messagesOf(doctor, id)).items.map((message) => message.text)).toEqual([text]);
  });

  for (const [fault, data] of [
    ['is empty', { text: '  ' }],
    ['is above 4,000 characters', { text: 'x'.repeat(4_001) }],
    ['names an attachment that is none', { text: 'See', attachmentIds: ['first'] }],
  ] as const) {
    test(`a message that ${fault} is refused and leaves nothing behind`, async ({ api }) => {
      const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
      const { id } = await startThread(owner, [doctor]);
      const answer = await owner.post(`/api/messages/threads/${id}/messages`, { data });
      expect(await answerOf(answer, 422)).toMatchObject({ code: 'invalid-input' });
      expect(await messagesOf(doctor, id)).toMatchObject({ total: 1 });
    });
  }
});
