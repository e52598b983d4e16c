import { expect, test } from '@playwright/test';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import { ServiceMap } from '../../../support/needs/service-of-url';

const launch = { process: { command: ['node', 'service.js'] } };
const { services } = parsePlatform({
  name: 'mini',
  services: {
    web: { launch },
    gateway: { launch, routes: ['/health'] },
    stock: { launch, routes: ['/api/stock/**', '/api/lots/*/moves'] },
    auth: { launch, routes: ['/api/auth.json', '/api/users/**'] },
  },
});
const running = {
  web: { url: 'http://127.0.0.1:2000' },
  gateway: { url: 'http://127.0.0.1:2001' },
  stock: { url: 'http://127.0.0.1:2002' },
};
const map = new ServiceMap(services, running);

const rows: readonly (readonly [string, readonly string[]])[] = [
  ['http://127.0.0.1:2000/', ['web']],
  ['http://127.0.0.1:2001/api/other', ['gateway']],
  ['http://127.0.0.1:2001/api/stock', ['gateway', 'stock']],
  ['http://127.0.0.1:2001/api/stock/7/lots?x=1#y', ['gateway', 'stock']],
  ['http://127.0.0.1:2001/api/stocks', ['gateway']],
  ['http://127.0.0.1:2001/api/lots/7/moves', ['gateway', 'stock']],
  ['http://127.0.0.1:2001/api/lots/7/8/moves', ['gateway']],
  ['http://127.0.0.1:2001/api/auth.json', ['gateway', 'auth']],
  ['http://127.0.0.1:2001/api/authxjson', ['gateway']],
  ['http://127.0.0.1:2002/api/stock/7', ['stock']],
  ['http://127.0.0.1:2001/health', ['gateway']],
  ['http://127.0.0.1:2009/api/stock/7', []],
  ['https://127.0.0.1:2001/api/stock/7', []],
  ['https://fonts.example/api/stock', []],
  ['data:text/html,x', []],
  ['/api/stock', []],
  ['', []],
];

for (const [url, expected] of rows) {
  test(`"${url}" goes to ${expected.join(' and ') || 'nobody of the platform'}`, () => {
    expect(map.servicesOf(url)).toEqual(expected);
  });
}
