import type { PlatformSetting } from '../config/platform-setting';
import type { KnownTests } from '../history/known-tests';
import { historyPath, readHistory } from '../history/history-file';
import { needsOfTest } from '../needs/needs-of-test';
import { isMadeOfMocks, needsReal, realMessage } from '../needs/needs-real';
import { readNotReady } from '../stack/not-ready-file';
import { blockedMessage, decideBlocked, readyBut } from './blocked';

/**
 * Milliseconds between two looks of a running test: within two seconds it must end when a service of its own has
 * died, and the keeper takes most of that to be sure.
 */
export const LOOK_EVERY = 50;

/** The test that a worker asks for. */
type AskedTest = Parameters<typeof needsOfTest>[0];

/** Why a test cannot tell anything of a run with mocks, in the words of the report; nothing where it can. */
export function missingReal({ manifest, root }: PlatformSetting, test: AskedTest): string | undefined {
  if (!isMadeOfMocks(manifest.services)) return undefined;
  const { services: needs } = needsOfTest(test, historyOf(root), manifest);
  const missing = needsReal({ tags: test.tags, needs }, manifest.services);
  return missing.length > 0 ? realMessage(missing, manifest.services) : undefined;
}

/**
 * A question that a worker asks again and again: is this test blocked now? Answers with the words for
 * the report, or with nothing. It costs one look for a file while every service is ready.
 */
export function guardQuestion(
  { manifest, root }: PlatformSetting,
  stateFile: string,
  test: AskedTest,
): () => string | undefined {
  let needs: readonly string[] | undefined;
  return () => {
    const notReady = readNotReady(stateFile);
    if (Object.keys(notReady).length === 0) return undefined;
    needs ??= needsOfTest(test, historyOf(root), manifest).services;
    const readiness = readyBut(manifest.services, needs, notReady);
    const blocked = decideBlocked({ needs, services: manifest.services, readiness });
    return blocked && blockedMessage(blocked);
  };
}

const histories = new Map<string, KnownTests>();

/** The history as this worker's first test that asked has found it: runs write it at their end only. */
function historyOf(root: string): KnownTests {
  const history = histories.get(root) ?? readHistory(historyPath(root), () => undefined);
  histories.set(root, history);
  return history;
}
