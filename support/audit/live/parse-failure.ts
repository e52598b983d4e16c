import { field } from '../../data/field';

/** The first error of a log, and where it happened. */
export interface Failure {
  readonly message: string;
  /** Frames below the root that are not of packages, innermost first. Absolute; lines and columns from 1. */
  readonly frames: readonly Frame[];
}

/** One line of a stack trace. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const ERROR = /^(?:Uncaught )?((?:[A-Z]\w*)?(?:[Ee]rror|Exception)(?: \[\w+\])?: .+)$/;
const FRAME = /^\s*at .*?\(?(?:file:\/\/)?(\/[^():]+|[A-Za-z]:\\[^():]+):(\d+):(\d+)\)?$/;
const CAUSE = /^\s*(?:caused by|\[cause\]):?\s*(?:\w*[Ee]rror: )?(.+?)(?: \{)?$/i;
const HEADER = /^(?:file:\/\/)?(\/[^():\s]+):(\d+)$/;

/**
 * Reads the first error out of a service's log: a stack trace, Node's own report of a syntax error, or a structured
 * line of level error or fatal.
 */
export function parseFailure(log: string, root: string): Failure | undefined {
  const lines = log.split('\n').flatMap(unpack);
  const at = lines.findIndex((line) => ERROR.test(line));
  if (at < 0) return fatalLine(log);
  const after = lines.slice(at + 1, at + 60);
  const message = wholeMessage(ERROR.exec(lines[at] ?? '')?.[1] ?? '', after);
  const frames = after.flatMap((line) => placeIn(line, FRAME));
  const headers = lines.slice(Math.max(0, at - 8), at).flatMap((line) => placeIn(line, HEADER));
  const all = [...(message.startsWith('SyntaxError') ? headers : []), ...frames, ...headers];
  const cause = after.map((line) => CAUSE.exec(line)?.[1]).find((one) => one !== undefined && !message.includes(one));
  return {
    message: `${message}${cause === undefined ? '' : ` (${cause})`}`.slice(0, 300),
    frames: all.filter(({ file }) => file.startsWith(root) && !file.includes('node_modules')),
  };
}

/** A message that goes on as a list (zod's): up to the end of the list, in one line. */
function wholeMessage(first: string, after: readonly string[]): string {
  if (!/[[{]$/.test(first)) return first;
  const end = after.findIndex((line) => /^[\]}]/.test(line));
  return end < 0 ? first : [first, ...after.slice(0, end + 1)].map((line) => line.trim()).join(' ');
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
    if (isBad && typeof message === 'string') return { message: message.slice(0, 300), frames: [] };
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

function placeIn(line: string, form: RegExp): readonly Frame[] {
  const [, file, at, column] = form.exec(line.trimEnd()) ?? [];
  return file ? [{ file, line: Number(at), column: Number(column ?? 1) }] : [];
}
