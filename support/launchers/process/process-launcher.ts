import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import type { Evidence } from '../../readiness/readiness';
import type { Launched } from '../launched';
import { lastLines } from './last-lines';
import { killGroup } from './kill-group';

/** What is launched: a command with its environment, and the file that takes its output. */
export interface ProcessSpec {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/**
 * Launches a command in a process group of its own, so that what it starts can be stopped with it.
 * The output goes straight into the log file: nothing is lost when the keeper is busy or dies.
 */
export function launchProcess(spec: ProcessSpec): Launched {
  mkdirSync(path.dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a');
  const [program = '', ...args] = spec.command;
  const child = spawn(program, args, {
    cwd: spec.cwd,
    env: spec.env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  const ended = endOf(child, spec);
  return {
    pid: child.pid,
    ended,
    stop: (deadlineMs) => stop(child, ended, deadlineMs),
    kill: async () => {
      if (child.pid !== undefined) killGroup(child.pid, 'SIGKILL');
      await ended;
    },
  };
}

function endOf(child: ChildProcess, spec: ProcessSpec): Promise<Evidence> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'launch', message: launchMessage(error, spec) }));
    child.once('exit', (code, signal) =>
      resolve({ kind: 'exit', code, signal, lastLines: lastLines(spec.logFile) }),
    );
  });
}

function launchMessage(error: Error, spec: ProcessSpec): string {
  const missing = 'code' in error && error.code === 'ENOENT';
  if (!missing) return error.message;
  return `"${spec.command[0]}" was not found (looked from ${spec.cwd}); check launch.process.command and cwd`;
}

async function stop(child: ChildProcess, ended: Promise<Evidence>, deadlineMs: number): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const gone = child.exitCode !== null || child.signalCode !== null;
  if (!gone) {
    killGroup(pid, 'SIGTERM');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, deadlineMs);
    });
    await Promise.race([ended, late]);
    clearTimeout(timer);
  }
  // Also after a clean exit: what the leader started may still run.
  killGroup(pid, 'SIGKILL');
  await ended;
}
