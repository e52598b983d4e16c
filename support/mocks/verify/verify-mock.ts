import type { ServiceManifest } from '../../manifest/schema';
import { fillTemplate } from '../../manifest/templates';
import type { MockLog } from '../define-mock';
import { answerCheck } from './answers';
import { answerDrift, type RecordedAnswer } from './compare';
import { coverageDrift } from './coverage';
import { runExchanges, type ExchangePlace } from './exchanges';
import type { MockFiles } from './mock-files';

/** Where a mock has drifted from its contract: by its handlers alone, nothing is started. */
export function handlerDrift(files: MockFiles, service: ServiceManifest): readonly string[] {
  const mock = files.mock();
  // Handlers are made, not asked: addresses and secrets are never used.
  const nowhere = { url: 'http://127.0.0.1:9', host: '127.0.0.1', port: 9 };
  const source = { address: () => nowhere, publicUrl: () => nowhere.url, secret: (name: string) => name.padEnd(64, 'x') };
  const values = { ...service.env, ...service.launch.mock?.env };
  const env = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fillTemplate(value, source)]));
  const { handlers } = mock.open({ env, log: SILENT, fetch });
  return coverageDrift(mock, handlers, files.contract());
}

/** Where a mock that runs answers otherwise than its service did, or than the contract says. */
export async function exchangeDrift(files: MockFiles, place: ExchangePlace): Promise<readonly string[]> {
  const exchanges = files.exchanges();
  if (!exchanges) return [];
  const recorded = files.recorded();
  if (!recorded) return [`nothing of the real service is recorded in ${files.recordings}. Run "groundwork mocks record ${place.service}".`];
  const mocked = await runExchanges(exchanges, place);
  const check = answerCheck(place.contract);
  const lines = mocked.flatMap((answer, index) => {
    const real = recorded[index];
    const drift = [...(real ? answerDrift(real, answer) : []), ...check(answer)];
    return [...new Set(drift)].map((line) => `exchange ${index + 1}, ${answer.ask}: ${line}`);
  });
  if (mocked.length === recorded.length) return lines;
  return [...lines, `the script made ${mocked.length} exchanges, and ${recorded.length} are recorded. Record anew ("groundwork mocks record ${place.service}").`];
}

/** What a real service answers to the script, and where that is not what the contract says. */
export async function recordExchanges(
  files: MockFiles,
  place: ExchangePlace,
): Promise<{ readonly answers: readonly RecordedAnswer[]; readonly drift: readonly string[] }> {
  const exchanges = files.exchanges();
  if (!exchanges) throw new Error(`services.${place.service}.launch.mock.exchanges names no script of exchanges.`);
  const answers = await runExchanges(exchanges, place);
  const check = answerCheck(place.contract);
  const drift = answers.flatMap((answer, index) => check(answer).map((line) => `exchange ${index + 1}, ${answer.ask}: ${line}`));
  return { answers, drift };
}

const nothing = () => undefined;
const SILENT: MockLog = { debug: nothing, info: nothing, warn: nothing, error: nothing };
