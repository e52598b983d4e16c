import type { Answers, RecordedTest, Recordings } from '../../../scripts/prove/recordings';
import { nameOfRoute, type Route } from '../../../scripts/prove/routes';

/** A route of the only service that these specs have. */
export function route(path: string): Route {
  return { service: 'stock', method: 'GET', path, hasBody: true };
}

/** What a test got from one route. */
export function answersTo(path: string, answers: Partial<Answers>): RecordedTest['asked'] {
  return { [nameOfRoute(route(path))]: { successes: 0, bodies: 0, refusals: 0, ...answers } };
}

/** A green test that got one success with a body of each path. */
export function testThatAsks(paths: readonly string[], change: Partial<RecordedTest>): RecordedTest {
  const asked = paths.map((path) => answersTo(path, { successes: 1, bodies: 1 }));
  return { title: 'a title', took: 1, outcome: 'passed', tried: {}, asked: Object.assign({}, ...asked), ...change };
}

/** Recordings of tests `t0`, `t1`, … in one file, with the routes `/a` to `/d`. */
export function recordingsOf(tests: readonly RecordedTest[]): Recordings {
  const key = { spec: 's', world: 'w' };
  const byId = Object.fromEntries(tests.map((one, at) => [`t${at}`, one]));
  return { routes: ['/a', '/b', '/c', '/d'].map(route), files: { 'specs/e2e/a/a.spec.ts': { key, tests: byId } } };
}
