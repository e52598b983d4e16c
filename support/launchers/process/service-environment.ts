const OF_THE_RUNNER = /^(PW_|PWTEST_|PLAYWRIGHT_|TEST_WORKER_INDEX$|TEST_PARALLEL_INDEX$|GROUNDWORK_)/;
// An editor's debugger attaches by these to every Node process that inherits them.
const OF_A_DEBUGGER = /^(NODE_OPTIONS|VSCODE_INSPECTOR_OPTIONS|NODE_INSPECT_RESUME_ON_START)$/;

/**
 * The environment of a service: the machine's, without what speaks to the test runner, then the
 * manifest's values.
 */
export function serviceEnvironment(
  inherited: Readonly<NodeJS.ProcessEnv>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(inherited).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !OF_THE_RUNNER.test(entry[0]) && !OF_A_DEBUGGER.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...own };
}
