// A service that does what its environment says: NAME, PORT, and MODE for a fault.
const http = require('node:http');
const { NAME, PORT, MODE = 'good', PEERS = '' } = process.env;

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
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(`grandchild ${child.pid}`);
}

const server = http.createServer((request, response) => {
  if (MODE === 'hang') return;
  if (request.url === '/page') {
    response.writeHead(200, { 'content-type': 'text/html' });
    return response.end(`<!doctype html><title>${NAME}</title><h1>${NAME}</h1>`);
  }
  const [status, body] = health[MODE] ?? health.good;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ...body, peers: PEERS, pid: process.pid }));
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`${NAME} listens on ${PORT}`));
