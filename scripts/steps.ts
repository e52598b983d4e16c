import { spawn } from 'node:child_process';
import path from 'node:path';
import pc from 'picocolors';

/** The folder of this repository. */
export const root = path.join(__dirname, '..');

/** One step of a script: what it is called and the Node program that does it. */
export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args?: readonly string[];
}

/** Runs a step with its output shown as it comes; resolves with its exit code. */
export function runStep({ name, program, args = [] }: Step): Promise<number> {
  process.stdout.write(`${pc.bold(pc.cyan('▸'))} ${pc.bold(name)}\n`);
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      const isGood = code === 0;
      const mark = isGood ? pc.green('✓') : pc.red('✗');
      const how = isGood ? '' : ` (${signal ?? `exit code ${code}`})`;
      process.stdout.write(`${mark} ${name}${how} ${pc.dim(`${seconds} s`)}\n\n`);
      resolve(code ?? 1);
    });
  });
}

/** The programs that steps are made of. */
export const programs = {
  eslint: path.join(root, 'node_modules/eslint/bin/eslint.js'),
  groundwork: path.join(root, 'dist/support/cli/main.js'),
  playwright: require.resolve('@playwright/test/cli'),
  tsc: require.resolve('typescript/bin/tsc'),
} as const;
