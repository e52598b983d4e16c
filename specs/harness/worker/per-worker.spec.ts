import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

const tells = `
import { appendFileSync } from 'node:fs';
const tell = (line: string) => appendFileSync('told.log', line + '\\n');
const keep = (name: string) => [name, async () => (tell('make ' + name), { name }), async () => tell('end ' + name)] as const;`;

test('what a worker shares is made at the first wish, once, and ended with the worker, last made first', async ({
  makeProject,
}) => {
  const project = makeProject(
    filesOf({
      services: { api: service() },
      config: 'workers: 1',
      specs: {
        a: `${tells}
test('first', async ({ perWorker }) => {
  tell('first');
  expect(await perWorker(...keep('shop'))).toBe(await perWorker(...keep('shop')));
});`,
        b: `${tells}
test('without it', () => tell('without it'));`,
        c: `${tells}
const own = test.extend<{ shop: { name: string } }>({
  shop: async ({ perWorker }, use) => use(await perWorker(...keep('shop'))),
});
own('again', async ({ shop, perWorker }, { workerIndex }) => {
  expect(shop.name).toBe('shop');
  await perWorker(...keep('till'));
  expect(workerIndex).toBe(0);
});
own('what could not be made', async ({ perWorker }) => {
  const refuse = () => Promise.reject(new Error('closed today'));
  await expect(perWorker('bakery', refuse)).rejects.toThrow('closed today');
  expect(await perWorker('bakery', async () => 'open')).toBe('open');
});`,
      },
    }),
  );
  const { code, output } = await project.test();
  expect(code, output).toBe(0);
  const told = ['first', 'make shop', 'without it', 'make till', 'end till', 'end shop'];
  expect(project.read('told.log').trim().split('\n')).toEqual(told);
});
