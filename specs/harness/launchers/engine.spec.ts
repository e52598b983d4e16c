import { expect, test } from '@playwright/test';
import { engineElsewhere } from '../../../support/launchers/container/engine';

const hosts: readonly (readonly [string | undefined, string | undefined])[] = [
  [undefined, undefined],
  ['', undefined],
  ['unix:///run/podman/podman.sock', undefined],
  ['npipe:////./pipe/docker_engine', undefined],
  ['tcp://127.0.0.1:2375', undefined],
  ['tcp://localhost:2375', undefined],
  ['tcp://[::1]:2375', undefined],
  ['tcp://docker:2375', 'docker'],
  ['tcp://10.0.0.7:2376', '10.0.0.7'],
  ['ssh://ci@builder', 'builder'],
];

for (const [dockerHost, expected] of hosts) {
  test(`an engine at ${dockerHost ?? 'no DOCKER_HOST'} is ${expected ? `on ${expected}` : 'on this machine'}`, () => {
    expect(engineElsewhere(dockerHost)).toBe(expected);
  });
}
