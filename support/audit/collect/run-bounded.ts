import { spawn } from 'node:child_process';
import { killGroup } from '../../launchers/process/kill-group';

/** How a bounded command ended. */
export interface BoundedRun {
  readonly code: number | null;
  /** Standard output and error together, up to the limit. */
  readonly output: string;
  readonly timedOut: boolean;
}

/** A command and its bounds: time in milliseconds, output in characters. */
export interface BoundedCommand {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly most: number;
}

/** Runs a command in a process group of its own; after the time limit the whole group is killed. Never throws. */
export function runBounded({ command, cwd, timeoutMs, most }: BoundedCommand): Promise<BoundedRun> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(program, args, { cwd, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer) => {
      if (output.length < most) output += chunk.toString('utf8').slice(0, most - output.length);
    };
    const kill = () => {
      if (child.pid !== undefined) killGroup(child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    process.once('exit', kill);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const end = (code: number | null) => {
      clearTimeout(timer);
      process.removeListener('exit', kill);
      resolve({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += error.message;
      end(null);
    });
    child.once('close', end);
  });
}
