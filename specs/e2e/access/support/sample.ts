import type { Operation, Schema } from './open-api';
import { freshGtin } from '../../inventory/support/gtin';
import { picture } from '../../messages/support/files';

/** Ids of somebody else's things by the name of the field that would point to one. */
export type References = Readonly<Record<string, string>>;

/** Which things of somebody else a request points to beside its path. */
export interface Pointing {
  readonly to: References;
  /** Whether also in fields that may be left out. */
  readonly everywhere: boolean;
}

const DAY_MS = 86_400_000;

// What a field must hold that its schema does not say.
const BY_NAME: Readonly<Record<string, () => unknown>> = {
  email: () => `taken-${crypto.randomUUID()}@officina.example`,
  password: () => `Gw-${crypto.randomUUID()}-A1`,
  next: () => `Gw-${crypto.randomUUID()}-A1`,
  gtin: freshGtin,
  gln: freshGtin,
  phone: () => '+41 31 000 00 00',
  from: () => '08:00',
  to: () => '18:00',
  postcode: () => '3011',
  timeZone: () => 'Europe/Rome',
  startsAt: () => new Date(Date.now() + 2 * DAY_MS).toISOString(),
  date: () => '2031-01-31',
  minutes: () => 20,
};

const BY_FORMAT: Readonly<Record<string, () => unknown>> = {
  date: () => '2031-01-31',
  'date-time': () => new Date(Date.now() + DAY_MS).toISOString(),
  binary: () => new File([new Uint8Array(picture.buffer)], picture.name, { type: picture.mimeType }),
};

class Sampler {
  constructor(
    private readonly operation: Operation,
    private readonly pointing: Pointing,
  ) {}

  of(given: Schema, names: readonly string[]): unknown {
    const schema = given.$ref === undefined ? given : this.operation.schemaOf(given.$ref);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum.at(-1);
    const [choice] = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
    if (choice) return this.of(choice, names);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => this.of(part, names))) as unknown;
    if (schema.format === 'uuid') return this.#reference(names);
    const name = names.at(-1) ?? '';
    const known = BY_NAME[name] ?? BY_FORMAT[schema.format ?? ''];
    if (known) return known();
    return this.#plain(schema, names);
  }

  #plain(schema: Schema, names: readonly string[]): unknown {
    const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((one) => one !== 'null');
    switch (type) {
      case 'object':
        return this.#object(schema, names);
      case 'array':
        return [this.of(schema.items ?? {}, names)];
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return Math.max(schema.minimum ?? 1, 1);
      case 'string':
        return 'Taken over'.slice(0, schema.maxLength).padEnd(schema.minLength ?? 0, '!');
      default:
        throw new Error(`No sample for ${names.join('.')} of ${this.operation.name}: ${JSON.stringify(schema)}`);
    }
  }

  #object({ properties = {}, required = [] }: Schema, names: readonly string[]): unknown {
    const wanted = Object.entries(properties).filter(
      ([name, schema]) => required.includes(name) || this.pointing.everywhere || !this.#isReference(schema),
    );
    return Object.fromEntries(wanted.map(([name, schema]) => [name, this.of(schema, [...names, name])]));
  }

  #isReference({ format, items, anyOf = [], oneOf = [] }: Schema): boolean {
    return format === 'uuid' || [items ?? {}, ...anyOf, ...oneOf].some((one) => one.format === 'uuid');
  }

  #reference(names: readonly string[]): string {
    const [parent = '', name = ''] = names.slice(-2);
    const found = this.pointing.to[name === 'id' ? parent : name] ?? this.pointing.to[names.at(-1) ?? ''];
    if (found) return found;
    const what = `${names.join('.')} in the body of ${this.operation.name}`;
    throw new Error(`It is not known what ${what} points to: add it to the references of specs/e2e/access/support.`);
  }
}

/** A valid body for a route, made of its schema; nothing where it takes none. */
export function sampleBody(operation: Operation, pointing: Pointing): unknown {
  if (!operation.body) return undefined;
  const { type, schema } = operation.body;
  const sample = new Sampler(operation, pointing).of(schema, []);
  if (type !== 'multipart/form-data') return sample;
  const form = new FormData();
  for (const [name, value] of Object.entries(sample as Record<string, string | File>)) {
    form.append(name, value);
  }
  return form;
}
