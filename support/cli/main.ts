#!/usr/bin/env node
import { Command } from 'commander';
import { describeError } from '../errors/describe-error';
import { UsageError, USAGE_EXIT_CODE } from '../errors/usage-error';
import { mergeCommand } from '../../reports/merge/merge-command';
import { auditCommand } from './audit-command';
import { browsersCommand } from './browsers-command';
import { doctorCommand } from './doctor-command';
import { downCommand } from './down-command';
import { historyCommand } from './history-command';
import { initCommand } from './init-command';
import { logsCommand } from './logs-command';
import { mocksCommand } from './mocks-command';
import { needsCommand } from './needs-command';
import { planCommand } from './plan-command';
import { progressCommand } from './progress-command';
import { reportCommand } from './report-command';
import { restartCommand } from './restart-command';
import { statusCommand } from './status-command';
import { upCommand } from './up-command';
import { whatIfCommand } from './what-if-command';

const program = new Command('groundwork')
  .description('End-to-end tests for web apps that stand on many services.')
  .exitOverride((end) => {
    // Commander ends a wrong use with 1; that is for tests that fail.
    process.exit(end.exitCode === 0 ? 0 : USAGE_EXIT_CODE);
  });

const commands = [
  upCommand(),
  statusCommand(),
  logsCommand(),
  restartCommand(),
  downCommand(),
  doctorCommand(),
  auditCommand(),
  mocksCommand(),
  needsCommand(),
  whatIfCommand(),
  progressCommand(),
  planCommand(),
  mergeCommand(),
  historyCommand(),
  initCommand(),
  reportCommand(),
  browsersCommand(),
];
// A command that is added has none of the program's settings by itself.
for (const command of commands) {
  program.addCommand(command.copyInheritedSettings(program));
  for (const part of command.commands) part.copyInheritedSettings(program);
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = error instanceof UsageError ? USAGE_EXIT_CODE : 1;
});
