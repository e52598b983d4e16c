#!/usr/bin/env node
import { Command } from 'commander';
import { describeError } from '../errors/describe-error';
import { UsageError, USAGE_EXIT_CODE } from '../errors/usage-error';
import { browsersCommand } from './browsers-command';

const program = new Command('groundwork')
  .description('End-to-end tests for web apps that stand on many services.')
  .addCommand(browsersCommand())
  .exitOverride((end) => {
    // Commander ends a wrong use with 1; that is for tests that fail.
    process.exit(end.exitCode === 0 ? 0 : USAGE_EXIT_CODE);
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = error instanceof UsageError ? USAGE_EXIT_CODE : 1;
});
