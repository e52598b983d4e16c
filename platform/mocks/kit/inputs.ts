import { invalidInput } from '@officina/shared/problems/answer';
import { Problem } from '@officina/shared/problems/problem';
import type { z } from 'zod';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;
const FORM_TYPE = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw invalidInput(result.error);
}

function malformed(detail: string, cause?: unknown): Problem {
  return new Problem({ status: 400, code: 'bad-request' }, detail, { cause });
}

// Nothing at all counts as an empty input; a body whose type is another, or is not said, is refused.
async function isGiven(request: Request, wanted: RegExp): Promise<boolean> {
  const type = request.headers.get('content-type') ?? '';
  if (wanted.test(type)) return true;
  if (type === '' && (await request.clone().arrayBuffer()).byteLength === 0) return false;
  throw malformed('Unsupported Media Type');
}

// What comes once is a value, what comes more often a list.
function grouped<V>(entries: Iterable<readonly [string, V]>): Readonly<Record<string, V | readonly V[]>> {
  const found = new Map<string, V | readonly V[]>();
  const lists = new Map<string, V[]>();
  for (const [name, value] of entries) {
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    list.push(value);
    found.set(name, list.length === 1 ? value : list);
  }
  return Object.fromEntries(found);
}

/** The parameters in a request's path; like all inputs here they are read as the services read them. */
export function paramsOf<S extends z.ZodType>(params: Readonly<Record<string, unknown>>, schema: S): z.output<S> {
  return read(schema, params);
}

/** The query of a request. */
export function queryOf<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  return read(schema, grouped(new URL(request.url).searchParams));
}

/** The headers of a request, whose names are in lower case. */
export function headersOf<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  return read(schema, Object.fromEntries(request.headers));
}

/** The JSON body of a request. */
export async function bodyOf<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  if (!(await isGiven(request, JSON_TYPE))) return read(schema, {});
  const given: unknown = await request.json().catch((cause: unknown) => {
    throw malformed('Malformed JSON in request body', cause);
  });
  return read(schema, given);
}

/** The form of a request, files among its fields. */
export async function formOf<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  if (!(await isGiven(request, FORM_TYPE))) return read(schema, {});
  const form = await request.formData().catch((cause: unknown) => {
    throw malformed(`Malformed FormData request. ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  });
  return read(schema, grouped(form));
}
