import * as own from 'msw';
import type * as Msw from 'msw' with { 'resolution-mode': 'import' };

// openapi-msw is an ES module and is typed by MSW's ES build. That is the same code as the build for
// `require`, but to TypeScript its classes are others: all are told by the types of one.
const msw = own as unknown as typeof Msw;

export const { delay, getResponse, http, HttpResponse, passthrough } = msw;
export const ws: typeof Msw.ws = msw.ws;
export type RequestHandler = Msw.RequestHandler;
export type HttpHandler = Msw.HttpHandler;
export type WebSocketHandler = Msw.WebSocketHandler;
