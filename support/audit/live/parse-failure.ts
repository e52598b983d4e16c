import { field } from '../../data/field';

/** The first error of a log, and where it happened. */
export interface Failure {
  readonly message: string;
  /** Absolute, of the service's own code where a frame is. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

const ERROR = /^(?:Uncaught )?((?:[A-Z]\w*)?(?:[Ee]rror|Exception)(?: \[\w+\])?: .+)$/;
const FRAME = /^\s*at .*?\(?(?:file:\/\/)?(\/[^():]+|[A-Za-z]:\\[^():]+):(\d+):(\d+)\)?$/;
const HEADER = /^(?:file:\/\/)?(\/[^():\s]+):(\d+)$/;

/**
 * Reads the first error out of a service's log: a stack trace, Node's own report of a syntax error, or a structured
 * line of level error or fatal.
 */
export function parseFailure(log: string, root: string): Failure | undefined {
  const lines = log.split('\n').flatMap(unpack);
  const at = lines.findIndex((line) => ERROR.test(line));
  if (at < 0) return fatalLine(log);
  const message = ERROR.exec(lines[at] ?? '')?.[1] ?? '';
  const frames = lines.slice(at + 1, at + 40).flatMap((line) => placeIn(line, FRAME));
  const headers = lines.slice(Math.max(0, at - 8), at).flatMap((line) => placeIn(line, HEADER));
  const own = [...(message.startsWith('SyntaxError') ? headers : []), ...frames, ...headers].find(
    ({ file }) => file.startsWith(root) && !file.includes('node_modules'),
  );
  return { message: message.slice(0, 300), place: own };
}

/** A structured line's stack as lines of its own. */
function unpack(line: string): readonly string[] {
  const value = structured(line);
  if (value === undefined) return [line];
  const error = field(value, 'err') ?? field(value, 'error');
  const stack = field(error, 'stack') ?? field(value, 'stack');
  return typeof stack === 'string' ? stack.split('\n') : [];
}

function fatalLine(log: string): Failure | undefined {
  for (const line of log.split('\n')) {
    const value = structured(line);
    const level = field(value, 'level');
    const message = field(value, 'msg') ?? field(value, 'message');
    const isBad = level === 'fatal' || level === 'error' || (typeof level === 'number' && level >= 50);
    if (isBad && typeof message === 'string') return { message: message.slice(0, 300) };
  }
  return undefined;
}

function structured(line: string): unknown {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function placeIn(line: string, form: RegExp): readonly { readonly file: string; readonly line: number; readonly column: number }[] {
  const [, file, at, column] = form.exec(line.trimEnd()) ?? [];
  return file ? [{ file, line: Number(at), column: Number(column ?? 1) }] : [];
}
