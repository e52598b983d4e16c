/**
 * The program that makes one report: `node make-report.js <allurerc.json> <folder>…`. A process of its own, so
 * that its memory is free again before the next thing. Unlike `allure generate` it also holds the quality gate,
 * and its result stands in the report; unlike `allure quality-gate` it does so on Node 20.
 */
async function main(configuration: string, folders: readonly string[]): Promise<void> {
  mendIterators();
  const { AllureReport, readConfig } = await import('@allurereport/core');
  const report = new AllureReport(await readConfig(process.cwd(), configuration));
  await report.start();
  for (const folder of folders) await report.readDirectory(folder);
  if (report.hasQualityGate) {
    const tests = await report.store.allTestResults({ includeRetries: false });
    const judged = await report.validate({ trs: tests });
    report.realtimeDispatcher.sendQualityGateResults(judged.results);
  }
  await report.done();
}

/** Allure asks iterators for `toArray`, which they have from Node 22 on. */
function mendIterators(): void {
  const iterator: object = Object.getPrototypeOf(Object.getPrototypeOf(new Map().values()));
  if ('toArray' in iterator) return;
  Object.defineProperty(iterator, 'toArray', {
    configurable: true,
    value: function toArray<T>(this: Iterable<T>): T[] {
      return [...this];
    },
  });
}

const [configuration = '', ...folders] = process.argv.slice(2);
main(configuration, folders).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
