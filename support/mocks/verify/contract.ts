import { z } from 'zod';

const contractSchema = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** A service's OpenAPI document. */
export type Contract = z.output<typeof contractSchema>;

/**
 * An unknown value as an OpenAPI document.
 *
 * @throws Error that names where it came from.
 */
export function parseContract(value: unknown, from: string): Contract {
  const parsed = contractSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${from} is no OpenAPI document.`, { cause: parsed.error });
}

/** Asks a running service for its document. */
export async function fetchContract(url: string): Promise<Contract> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return parseContract(await answer.json(), url);
}

/** A document as it is kept in a file: the same for the same document, whatever the order of its keys. */
export function contractText(contract: Contract): string {
  return `${JSON.stringify(sorted(contract), undefined, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
