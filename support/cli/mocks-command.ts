import { Command } from 'commander';
import path from 'node:path';
import pc from 'picocolors';
import type { PlatformSetting } from '../config/platform-setting';
import { outputFolder } from '../config/platform-setting';
import { serviceVariable } from '../environment/service-variable';
import { describeError } from '../errors/describe-error';
import { UsageError } from '../errors/usage-error';
import { leftOut, withServicesOnly } from '../launchers/choose-launchers';
import type { LauncherName } from '../launchers/launcher-name';
import { closeOverDependencies } from '../manifest/dependencies';
import type { PlatformManifest } from '../manifest/schema';
import { MockFiles } from '../mocks/verify/mock-files';
import { exchangeDrift, handlerDrift, recordExchanges } from '../mocks/verify/verify-mock';
import type { ExchangePlace } from '../mocks/verify/exchanges';
import { describeEvidence } from '../readiness/readiness';
import { preparePlan } from '../stack/prepare-plan';
import { StackView } from '../stack/stack-view';
import { startStack } from '../stack/start-stack';
import { loadPlatform } from './load-platform';

/** `groundwork mocks`: holds mocks to the services that they stand for. */
export function mocksCommand(): Command {
  const mocks = new Command('mocks').description('hold mocks to the services that they stand for');
  mocks
    .command('verify [service...]')
    .description('compare handlers with the contract, and their answers with it and with what is recorded of the service')
    .action((names: readonly string[]) => each(names, verify));
  mocks
    .command('record [service...]')
    .description('record what the real services answer to the exchanges of their mocks')
    .action((names: readonly string[]) => each(names, record));
  return mocks;
}

type Work = (name: string, setting: PlatformSetting) => Promise<readonly string[]>;

async function each(names: readonly string[], work: Work): Promise<void> {
  const setting = loadPlatform(process.cwd(), 'anew');
  const mocked = Object.keys(setting.manifest.services).filter((name) => setting.manifest.services[name]?.launch.mock);
  const unknown = names.find((name) => !mocked.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no mock of "${unknown}" in the manifest; there are: ${mocked.join(', ') || 'none'}.`);
  const chosen = names.length > 0 ? names : mocked;
  if (chosen.length === 0) throw new UsageError('The manifest has no service with launch.mock.');
  for (const name of chosen) {
    const drift = await work(name, setting).catch((error: unknown) => [describeError(error)]);
    console.log(`${name.padEnd(Math.max(...chosen.map(({ length }) => length)))}  ${drift.length === 0 ? pc.green('holds') : pc.red(`${drift.length} differences`)}`);
    for (const line of drift) console.log(`  ${line}`);
    if (drift.length > 0) process.exitCode = 1;
  }
}

const verify: Work = async (name, { manifest, root }) => {
  const files = filesOf(name, { manifest, root });
  const service = manifest.services[name];
  const drift = service ? handlerDrift(files, service) : [];
  if (!files.exchanges()) return drift;
  return [...drift, ...(await onStack(name, 'mock', (place) => exchangeDrift(files, place)))];
};

const record: Work = async (name, setting) => {
  const files = filesOf(name, setting);
  if (!files.exchanges()) return [];
  return onStack(name, 'process', async (place) => {
    const { answers, drift } = await recordExchanges(files, place);
    if (drift.length === 0) files.record(answers);
    return drift;
  });
};

function filesOf(name: string, { manifest, root }: PlatformSetting): MockFiles {
  const launch = manifest.services[name]?.launch.mock;
  if (!launch) throw new UsageError(`services.${name} has no launch.mock.`);
  return new MockFiles(root, launch);
}

/** The service and what it depends on; what it is only told the address of is left out. */
function aloneWithDependencies(manifest: PlatformManifest, name: string): PlatformManifest {
  const kept = closeOverDependencies(manifest.services, [name]);
  const { services } = withServicesOnly(manifest, [name]);
  const entries = Object.entries(services).map(([one, service]) => [one, kept.has(one) ? service : leftOut(service)]);
  return { ...manifest, services: Object.fromEntries(entries) };
}

/** A stack of the service, launched in this way, and of what it depends on. */
async function onStack(
  name: string,
  launcher: LauncherName,
  work: (place: ExchangePlace) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  process.env[`GROUNDWORK_LAUNCH_${serviceVariable(name)}`] = launcher;
  const whole = loadPlatform(process.cwd(), 'anew');
  delete process.env[`GROUNDWORK_LAUNCH_${serviceVariable(name)}`];
  const setting = { ...whole, manifest: aloneWithDependencies(whole.manifest, name) };
  const plan = await preparePlan(setting, undefined, path.join('mocks', name));
  const stack = await startStack(plan);
  try {
    const readiness = stack.state.services[name]?.readiness;
    if (readiness?.state !== 'ready') {
      const why = readiness?.evidence ? describeEvidence(readiness.evidence) : 'it is still starting';
      return [`does not come up as ${launcher}: ${why}. Its log is in ${path.join(outputFolder(setting), 'mocks', name)}.`];
    }
    const view = new StackView(setting.manifest, stack.stateFile);
    const contract = filesOf(name, setting).contract();
    return await work({ service: name, contract, url: (one) => view.url(one), secret: (one) => view.secret(one) });
  } finally {
    await stack.stop();
  }
}
