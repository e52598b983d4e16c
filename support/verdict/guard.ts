import type { PlatformSetting } from '../config/platform-setting';
import { historyPath, readHistory } from '../history/history-file';
import { needsOfTest } from '../needs/needs-of-test';
import { readNotReady } from '../stack/not-ready-file';
import { closeOverDependencies } from '../manifest/dependencies';
import { blockedMessage, decideBlocked } from './blocked';

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
    needs ??= needsOfTest(test, readHistory(historyPath(root), () => undefined)).services;
    const all = [...closeOverDependencies(manifest.services, needs)].map((name) => [name, notReady[name] ?? READY]);
    const readiness = Object.fromEntries(all);
    const blocked = decideBlocked({ needs, services: manifest.services, readiness });
    return blocked && blockedMessage(blocked);
  };
}

const READY = { state: 'ready', since: 0, startedInMs: 0 } as const;
