import type { PlatformSetting } from '../config/platform-setting';
import { historyPath, readHistory } from '../history/history-file';
import { needsOfTest } from '../needs/needs-of-test';
import { readNotReady } from '../stack/not-ready-file';
import { blockedMessage, decideBlocked, readyBut } from './blocked';

/**
 * Milliseconds between two looks of a running test: within two seconds it must end when a service of its own has
 * died, and the keeper takes most of that to be sure.
 */
export const LOOK_EVERY = 50;

/**
 * A question that a worker asks again and again: is this test blocked now? Answers with the words for
 * the report, or with nothing. It costs one look for a file while every service is ready.
 */
export function guardQuestion(
  { manifest, root }: PlatformSetting,
  stateFile: string,
  test: { readonly id: string; readonly tags: readonly string[] },
): () => string | undefined {
  let needs: readonly string[] | undefined;
  return () => {
    const notReady = readNotReady(stateFile);
    if (Object.keys(notReady).length === 0) return undefined;
    needs ??= needsOfTest(test, readHistory(historyPath(root), () => undefined), manifest).services;
    const readiness = readyBut(manifest.services, needs, notReady);
    const blocked = decideBlocked({ needs, services: manifest.services, readiness });
    return blocked && blockedMessage(blocked);
  };
}
