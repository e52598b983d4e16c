import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { keyedLock } from '../../../../platform/mocks/kit/locks';

const works = fc.array(fc.record({ key: fc.constantFrom('a', 'b'), fails: fc.boolean() }), { maxLength: 8 });

test('works under one key follow each other as they came, also after one that failed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), works, async (scheduler, asked) => {
      const lock = keyedLock();
      const seen: Record<string, string[]> = { a: [], b: [] };
      const done = asked.map(({ key, fails }, index) =>
        lock(key, async () => {
          seen[key]?.push(`${index} begins`);
          await scheduler.schedule(Promise.resolve());
          seen[key]?.push(`${index} ends`);
          if (fails) throw new Error('failed');
        }),
      );
      const settled = Promise.allSettled(done);
      await scheduler.waitFor(settled);
      const of = (wanted: string) =>
        asked.flatMap(({ key }, index) => (key === wanted ? [`${index} begins`, `${index} ends`] : []));
      expect(seen).toEqual({ a: of('a'), b: of('b') });
      expect((await settled).map(({ status }) => status === 'rejected')).toEqual(asked.map(({ fails }) => fails));
    }),
  );
});

test('works under other keys do not wait', async () => {
  const lock = keyedLock();
  const never = lock('a', () => new Promise<string>(() => undefined));
  await expect(lock('b', () => Promise.resolve('done'))).resolves.toBe('done');
  expect(never).toBeInstanceOf(Promise);
});
