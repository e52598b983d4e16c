import { expect, test } from '@playwright/test';
import { parseEnvironment } from '../../../support/environment/parse-environment';
import { chooseLaunchers } from '../../../support/launchers/choose-launchers';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import type { PlatformInput } from '../../../support/manifest/schema';
import { planStack } from '../../../support/stack/plan-stack';
import { compareMarks, markOf, type MarkParts } from '../../../support/stack/warm/fingerprint';

const launch = { process: { command: ['node', 'x.js'] } };
const platform: PlatformInput = {
  name: 'shop',
  services: { web: { launch, dependsOn: ['api'] }, api: { launch, env: { LIMIT: '5' } } },
};
const parts: MarkParts = { version: '1', programs: { web: 'a', api: 'b' }, environment: { KEY: 'k' } };

function mark(input: PlatformInput = platform, own: Partial<MarkParts> = {}, runId = 'one') {
  const manifest = chooseLaunchers(parsePlatform(input), parseEnvironment({}));
  return markOf(planStack(manifest, { root: '/x', runId, logs: `/x/${runId}` }), { ...parts, ...own });
}

const withApi = (api: Partial<PlatformInput['services'][string]>): PlatformInput => ({
  ...platform,
  services: { ...platform.services, api: { launch, env: { LIMIT: '5' }, ...api } },
});

const rows = [
  ['nothing', mark(platform, {}, 'another run'), { kind: 'same' }],
  ['a variable', mark(withApi({ env: { LIMIT: '6' } })), { kind: 'changed', services: ['api'] }],
  ['a deadline', mark(withApi({ deadlines: { answer: 9 } })), { kind: 'changed', services: ['api'] }],
  ['a program', mark(platform, { programs: { web: 'a2', api: 'b' } }), { kind: 'changed', services: ['web'] }],
  ['.env', mark(platform, { environment: { KEY: 'other' } }), { kind: 'changed', services: ['web', 'api'] }],
  ['a fixed port', mark(withApi({ port: 4000 })), { kind: 'other' }],
  ['a launcher', mark(withApi({ launcher: 'attached', launch: { attached: { url: 'http://x' } } })), { kind: 'other' }],
  ['one service more', mark({ ...platform, services: { ...platform.services, mail: { launch } } }), { kind: 'other' }],
  ['the version of Groundwork', mark(platform, { version: '2' }), { kind: 'other' }],
] as const;

for (const [what, wanted, expected] of rows) {
  test(`a running stack is compared: ${what} is different`, () => {
    expect(compareMarks(mark(), wanted)).toEqual(expected);
  });
}
