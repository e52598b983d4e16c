import type { MockLog } from '../../mocks/define-mock';

/**
 * The log of a stand-in: one JSON object a line, in the form that services commonly write.
 *
 * @param write takes one whole line
 */
export function mockLog(service: string, write: (line: string) => void): MockLog {
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>, text: string) => {
    const line = { level, time: new Date().toISOString(), service, mock: true, ...fields, msg: text };
    write(`${JSON.stringify(line, errorsToo)}\n`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function errorsToo(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { type: value.name, message: value.message, stack: value.stack, cause: value.cause };
}
