import { spawnSync } from 'node:child_process';

/**
 * Sends a signal to a process and all that it started; silent when nothing is left of them.
 *
 * `child.kill` reaches the leader alone and leaves its children behind.
 */
export function killGroup(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(leader), '/t', ...(signal === 'SIGKILL' ? ['/f'] : [])]);
    return;
  }
  try {
    process.kill(-leader, signal);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
