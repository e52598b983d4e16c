import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REPOSITORY = path.join(__dirname, '..', '..', '..');
const PLAYWRIGHT = path.join(REPOSITORY, 'node_modules', '@playwright', 'test', 'cli.js');
const GROUNDWORK = path.join(REPOSITORY, 'dist', 'support', 'cli', 'main.js');

const APART = ['--net', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];

/** Why no command can run in a network of its own here; nothing where it can. */
export function noNetworkApart(): string | undefined {
  const { error, status, stderr } = spawnSync('unshare', [...APART, 'true'], { encoding: 'utf8' });
  return status === 0 ? undefined : String(error ?? stderr);
}

/** How a command of a mini project ended. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Standard output and error as they came, without colours. */
  readonly output: string;
}

/** Variables beside those of a user's shell; `undefined` takes one away. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A small project in a temporary folder that has this package installed, as a user's has. */
export class MiniProject {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-mini-'));

  readonly #running = new Set<ChildProcess>();

  /** `files`: path → content. */
  constructor(files: Readonly<Record<string, string>>) {
    const modules = path.join(this.folder, 'node_modules');
    mkdirSync(modules);
    symlinkSync(REPOSITORY, path.join(modules, 'groundwork-e2e'));
    symlinkSync(path.join(REPOSITORY, 'node_modules', '@playwright'), path.join(modules, '@playwright'));
    cpSync(path.join(__dirname, 'services'), path.join(this.folder, 'services'), { recursive: true });
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string): void {
    const file = this.path(name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** Runs `playwright test` with further arguments and waits for its end. */
  async test(args: readonly string[] = [], env: Environment = {}): Promise<Outcome> {
    return ended(this.start(args, env));
  }

  /** Starts `playwright test`; the caller ends it. */
  start(args: readonly string[] = [], env: Environment = {}): ChildProcess {
    return this.#start([PLAYWRIGHT, 'test', ...args], env);
  }

  /** Runs `playwright test` in a network of its own, whose interfaces it may change; see `noNetworkApart`. */
  async testApart(): Promise<Outcome> {
    return ended(this.#spawn(['unshare', ...APART, process.execPath, PLAYWRIGHT, 'test'], {}));
  }

  /** Starts a command as a shell does, in a process group of its own: `pressCtrlC` is for it. */
  startInTerminal(program: 'playwright' | 'groundwork', args: readonly string[], env: Environment = {}): ChildProcess {
    const command = program === 'playwright' ? PLAYWRIGHT : GROUNDWORK;
    return this.#spawn([process.execPath, command, ...args], env, { detached: true });
  }

  /** Runs another command of Playwright's, and waits for its end. */
  async playwright(args: readonly string[], env: Environment = {}): Promise<Outcome> {
    return ended(this.#start([PLAYWRIGHT, ...args], env));
  }

  /** Runs the command `groundwork` with arguments and waits for its end. */
  async groundwork(args: readonly string[], env: Environment = {}): Promise<Outcome> {
    return ended(this.startGroundwork(args, env));
  }

  /** Starts the command `groundwork` with arguments; the caller ends it. */
  startGroundwork(args: readonly string[], env: Environment = {}): ChildProcess {
    return this.#start([GROUNDWORK, ...args], env);
  }

  #start(command: readonly string[], env: Environment): ChildProcess {
    return this.#spawn([process.execPath, ...command], env);
  }

  #spawn([program = '', ...args]: readonly string[], env: Environment, options: { readonly detached?: boolean } = {}): ChildProcess {
    const child = spawn(program, args, {
      ...options,
      cwd: this.folder,
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    return child;
  }

  /** Ends what is left of its runs, as after a spec that failed, and removes the folder. */
  async remove(): Promise<void> {
    const running = [...this.#running];
    const ends = running.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(ends);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Presses Ctrl-C in the terminal of a command: the whole process group is told. */
export function pressCtrlC({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGINT');
}

/** Waits until a started command has ended and its output is complete. */
export function ended(child: ChildProcess): Promise<Outcome> {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output: withoutColours(output) }));
  });
}

/** Waits until a started command has printed `text`; its output goes on to other listeners. */
export function printed(child: ChildProcess, text: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(text)) resolve();
    });
    child.once('close', () => reject(new Error(`The command ended without "${text}":\n${output}`)));
  });
}

const OF_THIS_RUN = /^(PW_|PWTEST_|PLAYWRIGHT_|TEST_|GROUNDWORK_|CI$|FORCE_COLOR|DEBUG_COLORS)/;
const OF_THE_MACHINE = ['GROUNDWORK_CHROMIUM', 'PLAYWRIGHT_BROWSERS_PATH'];

/** The environment of a user's shell: nothing of the run that this spec belongs to. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([key]) => OF_THE_MACHINE.includes(key) || !OF_THIS_RUN.test(key),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}

function withoutColours(text: string): string {
  // eslint-disable-next-line no-control-regex -- colour codes start with the escape character
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
