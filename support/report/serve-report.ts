import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { field } from '../data/field';
import { UsageError } from '../errors/usage-error';
import { BRIDGE_PATH, bridgeScript, VIEWER_PATH, withBridge, withoutStrangers } from './trace-bridge';

/** What is served, and where. */
export interface ServedReport {
  /** The folder of the report. */
  readonly folder: string;
  /** The folder of Playwright's trace viewer; without it, traces can only be downloaded. */
  readonly viewer: string | undefined;
  /** 0 for any free port. */
  readonly port: number;
}

/** A report that is being served. */
export interface ReportServer {
  readonly url: string;
  close(): Promise<void>;
}

// Reports show what pages and services said: nothing of that may load or send something elsewhere.
const POLICY = "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'none'";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves a report on loopback, together with the trace viewer.
 *
 * @throws UsageError when the port is taken.
 */
export async function serveReport({ folder, viewer, port }: ServedReport): Promise<ReportServer> {
  const server = createServer(refusing(answering(folder, viewer)));
  await listening(server, port);
  const { port: given } = server.address() as AddressInfo; // of a server that listens on a port
  return {
    url: `http://127.0.0.1:${given}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answering(folder: string, viewer: string | undefined): Handler {
  // Looked up at each request: a run that ends meanwhile replaces the report.
  const report = sirv(folder, { dev: true, extensions: [] });
  const traces = viewer === undefined ? undefined : sirv(viewer, { dev: true, extensions: [] });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/' || pathname === '/index.html') return page(response, path.join(folder, 'index.html'), traces !== undefined);
    if (pathname === `/${BRIDGE_PATH}`) return send(response, 'text/javascript', bridgeScript());
    if (!traces || !pathname.startsWith(`/${VIEWER_PATH}`)) return report(request, response);
    request.url = pathname.slice(VIEWER_PATH.length);
    traces(request, response);
  };
}

/** Refuses what is not asked by a browser that was sent here, or leads out of the folder. */
function refusing(next: Handler): Handler {
  return (request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    // The library compares beginnings of paths: "../allure-results" begins as "allure" does.
    if (leadsOut(request.url ?? '/')) return refuse(response, 400);
    next(request, response);
  };
}

/** Whether an address cannot be read, or has a step upwards in any spelling. */
export function leadsOut(url: string): boolean {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/)[0] ?? '');
    return !decoded.startsWith('/') || decoded.includes('\0') || decoded.split(/[/\\]/).includes('..');
  } catch {
    return true;
  }
}

function page(response: ServerResponse, file: string, hasViewer: boolean): void {
  try {
    const html = withoutStrangers(readFileSync(file, 'utf8'));
    send(response, 'text/html', hasViewer ? withBridge(html) : html);
  } catch {
    // It is being made anew.
    response.setHeader('Retry-After', '2');
    refuse(response, 503);
  }
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', `${type};charset=utf-8`);
  response.setHeader('Cache-Control', 'no-store');
  response.end(text);
}

function refuse(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause) =>
      reject(
        field(cause, 'code') === 'EADDRINUSE'
          ? new UsageError(`Port ${port} is taken: give another one, or none for any that is free.`, { cause })
          : cause,
      ),
    );
    server.listen(port, '127.0.0.1');
  });
}
