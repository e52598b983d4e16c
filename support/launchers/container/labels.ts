import { isSameProcess, startTime } from '../../stack/process-identity';

/** Labels by which containers and networks of Groundwork are found again. */
export const RUN_LABEL = 'dev.groundwork.run';
export const OWNER_LABEL = 'dev.groundwork.owner';

/** The labels for what this process makes for a run. */
export function ownLabels(runId: string): Record<string, string> {
  return { [RUN_LABEL]: runId, [OWNER_LABEL]: `${process.pid} ${startTime(process.pid) ?? ''}` };
}

/** Whether the process that made something with these labels still runs. */
export function isOwned(labels: Readonly<Record<string, string>> | undefined): boolean {
  const [pid = '', startedAt = ''] = (labels?.[OWNER_LABEL] ?? '').split(' ');
  return isSameProcess(Number(pid), startedAt);
}
