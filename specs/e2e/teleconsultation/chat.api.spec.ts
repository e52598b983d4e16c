import { answerOf, verdictOf } from './support/answer';
import { at, bookOne, meet, steps, type List } from './support/consultations';
import { expect, test } from './support/test';

interface Message {
  readonly text: string;
  readonly author: { readonly name: string };
}

test.describe('the chat of a room', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test('both read what both wrote, in its order', async ({ pair }) => {
    const one = await meet(pair);
    const first = await answerOf<Message>(await steps.write(pair.doctor, one, '  Where does it itch?  '));
    const second = await answerOf<Message>(await steps.write(pair.patient, one, 'On both arms'));
    expect(first).toMatchObject({ text: 'Where does it itch?', author: { name: 'Doris Doctor' } });
    const expected = { items: [first, second], total: 2, page: 1, pageSize: 200 };
    expect(await answerOf(await pair.doctor.get(`${at(one)}/chat`))).toEqual(expected);
    expect(await answerOf(await pair.patient.get(`${at(one)}/chat`))).toEqual(expected);
  });

  test('page 1 has the newest messages, the oldest of them first', async ({ pair }) => {
    const one = await meet(pair);
    for (const text of ['one', 'two', 'three']) await steps.write(pair.doctor, one, text);
    const texts = async (page: number) => {
      const { items } = await answerOf<List<Message>>(await pair.doctor.get(`${at(one)}/chat?pageSize=2&page=${page}`));
      return items.map(({ text }) => text);
    };
    expect(await texts(1)).toEqual(['two', 'three']);
    expect(await texts(2)).toEqual(['one']);
  });

  test('a patient who has not joined yet neither reads nor writes', async ({ pair }) => {
    const one = await bookOne(pair);
    await steps.consent(pair.patient, one);
    await steps.join(pair.doctor, one);
    expect(await verdictOf(await pair.patient.get(`${at(one)}/chat`))).toBe('409 not-in-room');
    expect(await verdictOf(await steps.write(pair.patient, one))).toBe('409 not-in-room');
  });

  test('staff who only see the consultation neither read nor write', async ({ api, pair }) => {
    const one = await meet(pair);
    const pharmacist = await api.as('pharmacist');
    expect(await verdictOf(await pharmacist.get(`${at(one)}/chat`))).toBe('403 participants-only');
    expect(await verdictOf(await steps.write(pharmacist, one))).toBe('403 participants-only');
    expect(await verdictOf(await pharmacist.get(`${at(one)}/events`))).toBe('403 participants-only');
  });

  for (const { what, text } of [
    { what: 'empty', text: '  ' },
    { what: 'too long', text: 'x'.repeat(2_001) },
  ]) {
    test(`a message that is ${what} is refused`, async ({ pair }) => {
      const one = await meet(pair);
      expect(await verdictOf(await steps.write(pair.doctor, one, text))).toBe('422 invalid-input');
    });
  }
});

test.describe('live events of a consultation', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test('what one writes reaches the other at once', async ({ pair, follow }) => {
    const one = await meet(pair);
    const reader = await follow('patient', one);
    expect(await reader.take(1)).toEqual(['heartbeat']);
    await steps.write(pair.doctor, one, 'Can you hear me?');
    const { type, data } = await reader.next();
    expect(type).toBe('message');
    expect(data.message).toMatchObject({ text: 'Can you hear me?', author: { name: 'Doris Doctor' } });
  });

  test('every step is told to both', async ({ pair, follow }) => {
    const one = await bookOne(pair);
    const readers = await Promise.all([follow('doctor', one), follow('patient', one)]);
    await Promise.all(readers.map((reader) => reader.take(1)));
    await steps.consent(pair.patient, one);
    await steps.join(pair.doctor, one);
    await steps.join(pair.patient, one);
    await steps.end(pair.doctor, one);
    for (const reader of readers) expect(await reader.take(4)).toEqual(Array(4).fill('changed'));
  });

  test('who comes back with the last event gets what came since, once and in order', async ({ pair, follow }) => {
    const one = await meet(pair);
    const first = await follow('doctor', one);
    const { id } = await first.next();
    await first.close();
    for (const text of ['missed 1', 'missed 2']) await steps.write(pair.patient, one, text);
    const second = await follow('doctor', one, id);
    expect(await second.take(3)).toEqual(['heartbeat', 'message missed 1', 'message missed 2']);
    await steps.write(pair.patient, one, 'live again');
    expect(await second.take(1)).toEqual(['message live again']);
  });

  test('a patient outside the room hears of steps, but no messages', async ({ pair, follow }) => {
    const one = await bookOne(pair);
    await steps.join(pair.doctor, one);
    const reader = await follow('patient', one);
    await reader.take(1);
    await steps.write(pair.doctor, one, 'Nobody here yet');
    await steps.consent(pair.patient, one);
    await steps.join(pair.patient, one);
    await steps.write(pair.doctor, one, 'Welcome');
    expect(await reader.take(3)).toEqual(['changed', 'changed', 'message Welcome']);
  });

  test('the end of a consent is told without anybody doing anything', async ({ pair, follow }) => {
    const one = await meet(pair, { consentSeconds: 2 });
    const reader = await follow('patient', one);
    expect(await reader.take(2)).toEqual(['heartbeat', 'changed']);
    expect(await verdictOf(await steps.write(pair.patient, one))).toBe('403 consent-expired');
  });
});
