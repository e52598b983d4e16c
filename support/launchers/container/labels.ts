import { isSameProcess, processSpace, startTime } from '../../stack/process-identity';

/** Labels by which containers and networks of Groundwork are found again. */
export const RUN_LABEL = 'dev.groundwork.run';
export const OWNER_LABEL = 'dev.groundwork.owner';
export const MACHINE_LABEL = 'dev.groundwork.machine';

/** The labels for what this process makes for a run. */
export function ownLabels(runId: string): Record<string, string> {
  const owner = `${process.pid} ${startTime(process.pid) ?? ''}`;
  return { [RUN_LABEL]: runId, [OWNER_LABEL]: owner, [MACHINE_LABEL]: processSpace() };
}

/** Whether the process of this machine that made something with these labels still runs. */
export function isOwned(labels: Readonly<Record<string, string>> | undefined): boolean {
  const [pid = '', startedAt = ''] = (labels?.[OWNER_LABEL] ?? '').split(' ');
  return isSameProcess(Number(pid), startedAt);
}
