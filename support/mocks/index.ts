export { delay, http, HttpResponse, passthrough, ws } from './msw';
export {
  defineMock,
  need,
  type Mock,
  type MockDefinition,
  type MockKit,
  type MockLog,
  type MockSurroundings,
} from './define-mock';
export { defineExchanges, type Ask, type ExchangeKit } from './verify/exchanges';
export type { MockHandler, MockHttp } from './mock-http';
