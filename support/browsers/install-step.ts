import { spawn } from 'node:child_process';
import type { InstallStep } from './bring';

const lastLines = 3;

/** The end of what a program printed, without the lines of a stack. */
function summary(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('at '))
    .slice(-lastLines)
    .join(' | ');
}

/** Runs one step without a terminal; resolves to nothing if it went well, else to the reason. */
export function runInstallStep(step: InstallStep): Promise<string | undefined> {
  const [program, ...args] = step.command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output = `${output}${chunk.toString('utf8')}`.slice(-4_000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      // A grandchild may hold these open for longer than anyone wants to wait.
      child.stdout.destroy();
      child.stderr.destroy();
      resolve(`no end after ${step.timeoutMs / 1000} s: ${summary(output)}`);
    }, step.timeoutMs);
    const finish = (failure: string | undefined): void => {
      clearTimeout(timer);
      resolve(failure);
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', (code, signal) =>
      finish(code === 0 ? undefined : `${code ?? signal}: ${summary(output)}`),
    );
  });
}
