import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether processes can be looked at in /proc. */
export const hasProc = process.platform === 'linux';

/** The processes whose current folder is `folder`: all that a mini project has started, to the last. */
export function processesIn(folder: string): readonly string[] {
  return pids().flatMap((pid) => {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return command === '' ? [] : [`${pid} ${command}`];
    } catch {
      return [];
    }
  });
}

/** Whether a process of that number runs; one that nobody has waited for does not. */
export function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
  } catch {
    return false;
  }
}

function pids(): readonly string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}
