import http from 'node:http';

/**
 * A program in the place of a service: it says who it is and what it got, whatever is asked for. The audit puts it
 * behind a gateway to see where requests go, without a service doing anything.
 */
const service = process.env.GROUNDWORK_ECHO ?? '';

const server = http.createServer((request, response) => {
  let length = 0;
  request.on('data', (chunk: Buffer) => (length += chunk.length));
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ groundworkEcho: service, path: request.url, method: request.method, length }));
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
