import { z } from 'zod';

/** Thrown when the environment of a service is incomplete or wrong. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Settings that every process of the platform reads. */
export const processEnvironment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});

/** Settings of {@link processEnvironment} after reading. */
export type ProcessEnvironment = z.output<typeof processEnvironment>;

/** A secret that signs tokens; short ones can be guessed. */
export const secret = z.string().min(16);

/** The base address of a peer, without a slash at its end. */
export const peerUrl = z.url().transform((url) => url.replace(/\/+$/, ''));

/** A PostgreSQL address with user, host and database. */
export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** Reads and checks the environment; the error names each wrong variable and what it must be. */
export function readEnvironment<S extends z.ZodType>(schema: S): z.output<S> {
  // An empty variable is how shells and compose files spell "not set".
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const name = issue.path.join('.') || 'environment';
    const state = name in given ? issue.message : 'is not set';
    return `${name}: ${state}`;
  });
  throw new EnvironmentError(`Wrong environment: ${faults.join('; ')}. Set it and start again.`, {
    cause: result.error,
  });
}
