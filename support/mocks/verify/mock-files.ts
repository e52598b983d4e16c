import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { field } from '../../data/field';
import { bundleMock } from '../../launchers/mock/bundle';
import type { MockLaunch } from '../../manifest/schema';
import type { Mock } from '../define-mock';
import { plain, type RecordedAnswer } from './compare';
import { parseContract, type Contract } from './contract';
import type { Exchanges } from './exchanges';

/** The files of one mocked service, from the folder of the manifest. */
export class MockFiles {
  constructor(
    private readonly root: string,
    private readonly launch: MockLaunch,
  ) {}

  /** @throws Error for a module that exports no mock. */
  mock(): Mock {
    const found = load(this.#path(this.launch.module), this.root);
    if (typeof field(found, 'open') === 'function') return found as Mock;
    throw new Error(`${this.launch.module} exports no mock: write "export default defineMock<paths>({ … })".`);
  }

  contract(): Contract {
    const file = this.#path(this.launch.contract);
    return parseContract(JSON.parse(readFileSync(file, 'utf8')), file);
  }

  /** The script of exchanges; `undefined` where the manifest names none. */
  exchanges(): Exchanges | undefined {
    const { exchanges } = this.launch;
    if (!exchanges) return undefined;
    const found = load(this.#path(exchanges), this.root);
    if (typeof found === 'function') return found as Exchanges;
    throw new Error(`${exchanges} exports no exchanges: write "export default defineExchanges(async ({ send }) => { … })".`);
  }

  /** The file with what the real service answered. */
  get recordings(): string {
    return this.#path((this.launch.exchanges ?? this.launch.module).replace(/\.[^./]+$/, '.jsonl'));
  }

  /** What the real service answered; `undefined` where nothing was recorded. */
  recorded(): readonly RecordedAnswer[] | undefined {
    if (!existsSync(this.recordings)) return undefined;
    const lines = readFileSync(this.recordings, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as RecordedAnswer); // written by `record`
  }

  /** Keeps what the real service answered, without what is another each time: tokens are of no use in a repository. */
  record(answers: readonly RecordedAnswer[]): void {
    const lines = answers.map((one) => JSON.stringify({ ...one, body: plain(one.body, one.vague) }));
    writeFileAtomic.sync(this.recordings, lines.map((line) => `${line}\n`).join(''));
  }

  #path(file: string): string {
    return path.resolve(this.root, file);
  }
}

function load(file: string, root: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- its path is known only now
  return field(require(bundleMock(file, root).file), 'default');
}
