import { expect, test } from '@playwright/test';
import { nameOfRoute, routeOf, routesOf } from '../../../scripts/prove/routes';

const answer = (status: string, content?: object) => ({ responses: { [status]: { content } } });
const document = {
  paths: {
    '/api/users': { get: answer('200', { 'application/json': {} }), post: answer('201') },
    '/api/users/{id}': { delete: answer('204'), get: answer('404', { 'application/json': {} }), parameters: [] },
    '/api/users/me': { get: answer('200', {}) },
    '/api/{area}/me/details': { get: answer('200', {}) },
    '/api/users/{id}/details': { get: answer('200', {}) },
  },
};
const routes = [...routesOf('users', document), ...routesOf('stock', { paths: { '/api/users': { get: {} } } })];

test('a document gives every operation with its method, and whether a success of it has a body', () => {
  expect(routesOf('users', document).slice(0, 4)).toEqual([
    { service: 'users', method: 'GET', path: '/api/users', hasBody: true },
    { service: 'users', method: 'POST', path: '/api/users', hasBody: false },
    { service: 'users', method: 'GET', path: '/api/users/{id}', hasBody: false },
    { service: 'users', method: 'DELETE', path: '/api/users/{id}', hasBody: false },
  ]);
});

for (const nothing of [undefined, null, 7, {}, { paths: null }, { paths: { '/x': null } }]) {
  test(`${JSON.stringify(nothing)} is a document without routes`, () => {
    expect(routesOf('users', nothing)).toEqual([]);
  });
}

const rows: readonly (readonly [service: string, asked: string, expected: string | undefined])[] = [
  ['users', 'GET /api/users', 'users GET /api/users'],
  ['users', 'GET /api/users/', 'users GET /api/users'],
  ['stock', 'GET /api/users', 'stock GET /api/users'],
  ['users', 'PUT /api/users', undefined],
  ['users', 'GET /api/users/7', 'users GET /api/users/{id}'],
  ['users', 'GET /api/users/me', 'users GET /api/users/me'],
  ['users', 'DELETE /api/users/me', 'users DELETE /api/users/{id}'],
  ['users', 'GET /api/users/me/details', 'users GET /api/users/{id}/details'],
  ['users', 'GET /api/users/7/8/9', undefined],
  ['users', 'GET /api', undefined],
];

for (const [service, asked, expected] of rows) {
  test(`${service} answers ${asked} by ${expected ?? 'no route'}`, () => {
    const [method = '', path = ''] = asked.split(' ');
    const found = routeOf(routes, { service, method, path });
    expect(found && nameOfRoute(found)).toBe(expected);
  });
}
