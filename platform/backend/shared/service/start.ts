import type { Server } from 'node:http';

import type { MiddlewareHandler } from 'hono';
import type { z } from 'zod';

import { EnvironmentError, processEnvironment, readEnvironment } from '../config/env';
import type { ProcessEnvironment } from '../config/env';
import type { ServiceEnv } from '../identity/guards';
import { captureConsole } from '../logging/console';
import { createLogger } from '../logging/logger';
import type { Logger } from '../logging/logger';
import { startTracing } from '../middleware/tracing';
import type { Tracing } from '../middleware/tracing';
import { reasonOf } from '../problems/reason';
import type { Api } from './api';
import { buildApp } from './app';
import type { ServiceIdentity } from './health';
import type { Part, Parts } from './part';
import { listen, stopServer } from './server';

/** What a service gets to build itself. */
export interface ServiceKit<Settings> {
  readonly settings: Settings;
  readonly log: Logger;
  readonly who: ServiceIdentity;
}

/** What a service consists of. */
export interface ServiceContent {
  readonly parts?: Parts;
  /** Runs first on every request, health and refusals included. */
  readonly entry?: readonly MiddlewareHandler<ServiceEnv>[];
  /** Adds routes after health, tracing, headers and the reading of the caller. */
  addRoutes(api: Api): void;
  /** Only the gateway has none: its callers are strangers. */
  readonly internalKey?: string;
  readonly resourcePolicy?: 'same-origin' | 'cross-origin';
  /** The largest request body in bytes; 1 MiB when nothing is said. */
  readonly bodyLimit?: number;
}

/** A service: its name, its settings and its content. */
export interface ServiceDefinition<S extends z.ZodType> {
  readonly name: string;
  readonly version: string;
  readonly environment: S;
  create(kit: ServiceKit<z.output<S>>): ServiceContent;
}

interface Stoppable {
  readonly log: Logger;
  readonly parts: readonly Part[];
  readonly tracing: Tracing;
}

function stopOnSignal(server: Server, { log, parts, tracing }: Stoppable): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await stopServer(server);
    await Promise.allSettled([...parts.map((part) => part.close()), tracing.shutdown()]);
    log.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

function endWith(log: Logger, error: unknown): never {
  if (error instanceof EnvironmentError) {
    log.fatal(error.message);
  } else {
    const message = error instanceof Error ? error.message : String(error);
    log.fatal({ reason: reasonOf(error), err: error }, message);
  }
  process.exit(1);
}

async function run<S extends z.ZodType>(
  definition: ServiceDefinition<S>,
  common: ProcessEnvironment,
  log: Logger,
): Promise<void> {
  const { name, version } = definition;
  const who = { service: name, version, build: process.env.BUILD ?? 'dev' };
  const settings = readEnvironment(definition.environment);
  const content = definition.create({ settings, log, who });
  const parts = Object.values(content.parts ?? {});
  const tracing = await startTracing(name, common.OTEL_EXPORTER_OTLP_ENDPOINT);
  const app = buildApp({ who, log, tracing, content });
  const { server, port } = await listen(app.fetch, { host: common.HOST, port: common.PORT });
  stopOnSignal(server, { log, parts, tracing });
  log.info({ port, host: common.HOST, version, build: who.build }, 'listening');
  await Promise.all(parts.map((part) => part.start()));
}

/** Starts a service and keeps it running; what cannot get better ends it with one fatal line. */
export function startService<S extends z.ZodType>(definition: ServiceDefinition<S>): void {
  let log = createLogger(definition.name, 'info');
  try {
    const common = readEnvironment(processEnvironment);
    log = createLogger(definition.name, common.LOG_LEVEL);
    const started = log;
    captureConsole(log);
    process.on('unhandledRejection', (error) => endWith(started, error));
    run(definition, common, log).catch((error: unknown) => endWith(log, error));
  } catch (error) {
    endWith(log, error);
  }
}
