// A service that does what its environment says: NAME, PORT, DELAY until it listens (ms), and MODE
// for a fault. PEERS and SECRET are shown in its health answer. It knows one password: "right".
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { setTimeout } from 'node:timers';

const { NAME, PORT, HOST = '127.0.0.1', DELAY = '0', MODE: FIRST = 'good', PEERS = '', SECRET = '' } = process.env;
// A test may give it another one: /become/<mode>.
let MODE = FIRST;

const health = {
  good: [200, { status: 'ready', service: NAME }],
  'not-ready': [503, { status: 'not ready', service: NAME, parts: { database: { status: 'down', reason: 'connect ECONNREFUSED' } } }],
  impostor: [200, { status: 'ready', service: 'somebody-else' }],
  'needs-sign-in': [401, { status: 'unauthorized' }],
};

if (MODE === 'exit') {
  console.log('starting');
  console.error('Error: DATABASE_URL is not set');
  process.exit(3);
}
if (MODE === 'deaf') process.on('SIGTERM', () => console.log('SIGTERM ignored'));
else process.on('SIGTERM', () => process.exit(0));
if (MODE === 'grandchild') {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(`grandchild ${child.pid}`);
}

// In the form of a JSON web token, and different for every sign-in.
const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
let signIns = 0;
const newToken = (email) => [{ alg: 'HS256' }, { email, number: (signIns += 1) }, { signature: NAME }].map(base64).join('.');

function signIn(response, body) {
  const { email, password, code } = JSON.parse(body);
  console.log(`sign-in ${email}`);
  if (email.startsWith('mfa') && !code) return send(response, 200, { challenge: 'code' });
  const isRight = password === 'right';
  send(response, isRight ? 200 : 401, isRight ? { token: newToken(email), refresh: `refresh-of-${email}` } : { error: 'wrong password' });
}

// Asks its first peer in the same trace, or (as that peer) sends a span of its own; the trace is told in the answer.
function startTrace(request, response) {
  const isTraced = request.url === '/through' || request.url === '/span';
  if (isTraced) void traced(request, response);
  return isTraced;
}

async function traced(request, response) {
  const traceparent = request.headers.traceparent ?? `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
  if (request.url === '/through') await fetch(`${PEERS}/span`, { headers: { traceparent } });
  else await sendSpan(traceparent.split('-')[1]);
  response.setHeader('traceparent', traceparent);
  send(response, 200, {});
}

async function sendSpan(traceId) {
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: NAME } }] };
  const body = JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ spans: [{ traceId }] }] }] });
  const endpoint = `${process.env.OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces`;
  await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

// A page, and two that lead to each other: by the server, or by their own code.
function showPage(request, response) {
  const [, way, side] = /^\/round\/(server|page)\/(shop|sign-in)$/.exec(request.url) ?? [];
  if (!way && request.url !== '/page') return false;
  const other = `/round/${way}/${side === 'shop' ? 'sign-in' : 'shop'}`;
  if (way === 'server') response.setHeader('location', other);
  response.writeHead(way === 'server' ? 302 : 200, { 'content-type': 'text/html' });
  const body = way ? `<script>location.replace('${other}')</script>` : `<h1>${NAME}</h1>`;
  response.end(`<!doctype html><title>${NAME}</title>${body}`);
  return true;
}

const server = http.createServer((request, response) => {
  if (MODE !== 'hang') answer(request, response);
});

function answer(request, response) {
  if (showPage(request, response) || startTrace(request, response)) return;
  const [, mode] = /^\/become\/(.+)$/.exec(request.url) ?? [];
  if (mode) {
    send(response, 200, { mode });
    if (mode === 'exit') setTimeout(() => process.exit(3), 50);
    MODE = mode;
    return;
  }
  // As a gateway that cannot reach what is behind it, and as a bug of the service's own.
  const [, named] = /^\/unreachable\/(.+)$/.exec(request.url) ?? [];
  if (named) return send(response, 503, { title: 'no answer from upstream', status: 503, service: named });
  if (request.url === '/bug') return send(response, 503, { error: 'null is not an object' });
  // What its PEERS (addresses, with commas between) answer it.
  if (request.url === '/peers') {
    const asked = PEERS.split(',').map((peer) => fetch(`${peer}/health/ready`).then(({ status }) => status, String));
    return void Promise.all(asked).then((statuses) => send(response, 200, statuses));
  }
  if (request.url === '/me') return send(response, 200, { authorization: request.headers.authorization ?? null });
  if (request.url === '/sign-in') {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    return request.on('end', () => signIn(response, body));
  }
  const [status, state] = health[MODE] ?? health.good;
  send(response, status, { ...state, peers: PEERS, secret: SECRET, pid: process.pid });
}

setTimeout(() => server.listen(Number(PORT), HOST, () => console.log(`${NAME} listens on ${PORT}`)), Number(DELAY));
