type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';
const ORDER: readonly Level[] = ['debug', 'info', 'warn', 'error', 'fatal'];

function threshold(): number {
  const wanted = ORDER.findIndex((level) => level === process.env['LOG_LEVEL']);
  return wanted < 0 ? ORDER.indexOf('info') : wanted;
}

/** Writes one JSON line on stdout, as every service of the platform does. */
export function log(
  level: Level,
  msg: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  if (ORDER.indexOf(level) < threshold()) return;
  const line = { level, time: new Date().toISOString(), service: 'web', msg, ...fields };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
