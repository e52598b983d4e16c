import { ask, verdictOf, type Answer } from './ask';
import type { Member } from './account';
import { isInternal, type Operation } from './open-api';
import { sampleBody } from './sample';
import { pathOn, type Victim } from './victim';

/** An access to one route of the victim's service. */
export interface Visit {
  readonly operation: Operation;
  readonly baseUrl: string;
  readonly victim: Victim;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the body points to the victim's things also in fields that may be left out. */
  readonly pointing?: boolean;
}

/** Asks a route with a valid body, with the victim's things in its path and where its fields point to one. */
export function visit({ operation, baseUrl, victim, token, headers, pointing = false }: Visit): Promise<Answer> {
  const query = operation.queryParameters.flatMap((name) => {
    const thing = victim.inFields[name];
    return thing ? [[name, thing]] : [];
  });
  const search = query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '';
  return ask({
    method: operation.method,
    url: `${baseUrl}${pathOn(victim, operation.path)}${search}`,
    body: sampleBody(operation, { to: victim.inFields, everywhere: pointing }),
    ...(token === undefined ? {} : { token }),
    ...(headers === undefined ? {} : { headers }),
  });
}

// They differ from reading to reading by themselves.
const OF_THE_MOMENT = /"lastSeenAt":"[^"]*"/g;

// What doctors and patients see that the owner does not: rooms, messages, notifications.
const PERSONAL = /^\/api\/(consultations|messages|notifications)/;
// More at once would only wait for one another, and for them the stack's own health.
const AT_ONCE = 6;

function isReadable(operation: Operation): boolean {
  const { method, path, streams } = operation;
  // A public page tells whether it is open now.
  return method === 'GET' && !streams && !isInternal(operation) && !path.includes('/public/');
}

/** Does the work for each entry, some of them side by side, and gives the results in their order. */
export async function forEach<T, R>(entries: readonly T[], work: (entry: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let next = 0; next < entries.length; next += AT_ONCE) {
    results.push(...(await Promise.all(entries.slice(next, next + AT_ONCE).map(work))));
  }
  return results;
}

/** Everything that the services show to the victims, by person and route. */
export async function seenBy(
  victim: Victim,
  operations: readonly Operation[],
): Promise<Readonly<Record<string, string>>> {
  const people: Readonly<Record<string, Member>> = { doctor: victim.doctor, patient: victim.patient };
  const looks = operations.filter(isReadable).flatMap((operation) => [
    { who: 'owner', operation, token: victim.owner.token },
    ...Object.entries(people)
      .filter(() => PERSONAL.test(operation.path))
      .map(([who, { token }]) => ({ who, operation, token })),
  ]);
  const seen = await forEach(looks, async ({ who, operation, token }) => {
    const answer = await visit({ operation, baseUrl: victim.apiUrl, victim, token });
    // A file may have its hour in it; that there still is one is all that counts.
    const content = answer.type.includes('json') ? answer.text.replaceAll(OF_THE_MOMENT, '') : answer.type;
    return [`${who}: ${operation.name}`, `${verdictOf(answer)} ${content}`] as const;
  });
  return Object.fromEntries(seen);
}

/** The routes with the victim's things in their path that no victim can read: they would prove nothing. */
export function unreadable(
  operations: readonly Operation[],
  seen: Readonly<Record<string, string>>,
): readonly string[] {
  return operations
    .filter(isReadable)
    .filter(({ pathParameters }) => pathParameters.length > 0)
    .filter(({ name }) => !Object.entries(seen).some(([key, text]) => key.endsWith(`: ${name}`) && text.startsWith('200')))
    .map(({ name }) => name);
}
