import { Server, ServerResponse, type IncomingMessage } from 'node:http';
import { routeOf, nameOfRoute, type Route } from '../routes';
import { damageAnswer } from './damage-answer';
import { proveFolder, type ProveFolder } from './folder';

// Loaded into every service before its own code (`node --require`). It stands where a service's
// answers leave it, so that whoever asks is answered wrongly: the gateway, another service, or a test
// that has started a copy of the service for itself.
const SERVICE = /[\\/]services[\\/]([a-z-]+)[\\/]dist[\\/]main\.js$/;

function start(service: string, folder: ProveFolder): void {
  let routes: readonly Route[] | undefined;
  const emit = Reflect.get(Server.prototype, 'emit') as (event: string | symbol, ...rest: unknown[]) => boolean;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...rest: unknown[]) {
    const [request, response] = rest;
    if (event === 'request' && response instanceof ServerResponse) {
      // Known as soon as the stack is up, which is before the first test.
      routes ??= folder.routes();
      // The type that Node gives to the first argument of this event.
      if (routes) watch(request as IncomingMessage, response, { service, folder, routes });
    }
    return emit.call(this, event, ...rest);
  };
}

interface Place {
  readonly service: string;
  readonly folder: ProveFolder;
  readonly routes: readonly Route[];
}

function watch({ method = '', url = '' }: IncomingMessage, response: ServerResponse, place: Place): void {
  const { service, folder, routes } = place;
  const { pathname } = new URL(url, 'http://service');
  const found = routeOf(routes, { service, method, path: pathname });
  const now = found && folder.now();
  if (!now) return;
  const route = nameOfRoute(found);
  const kind = now.damage && nameOfRoute(now.damage.route) === route ? now.damage.kind : undefined;
  damageAnswer(response, kind, (answered) => folder.noteAsked({ test: now.test, route, ...answered }));
}

const service = SERVICE.exec(process.argv[1] ?? '')?.[1];
const folder = proveFolder();
if (service && folder) start(service, folder);
