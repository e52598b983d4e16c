/** A schema of an OpenAPI 3.1 document, as far as samples are made of it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

interface DocumentOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** One route of a service, as its OpenAPI document tells it. */
export interface Operation {
  /** `GET /api/users/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly body: { readonly type: string; readonly schema: Schema } | undefined;
  readonly streams: boolean;
  /** The document's schema of a name, for `$ref`. */
  readonly schemaOf: (ref: string) => Schema;
}

function operationOf(document: Document, path: string, method: string): Operation {
  const told = document.paths[path]?.[method];
  if (!told) throw new Error(`The document has no ${method} ${path}.`);
  const named = (place: Parameter['in']) =>
    (told.parameters ?? []).filter((parameter) => parameter.in === place).map(({ name }) => name);
  const [content] = Object.entries(told.requestBody?.content ?? {});
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    queryParameters: named('query'),
    body: content && { type: content[0], schema: content[1].schema },
    streams: Object.values(told.responses).some((answer) => 'text/event-stream' in (answer.content ?? {})),
    schemaOf: (ref) => {
      const found = document.components?.schemas?.[ref.split('/').at(-1) ?? ''];
      if (found) return found;
      throw new Error(`The document has no schema ${ref}.`);
    },
  };
}

/**
 * Every route of a service, from its `/openapi.json`.
 *
 * @throws Error when the document has no route: whoever walks it would prove nothing.
 */
export async function operationsOf(serviceUrl: string): Promise<readonly Operation[]> {
  const answer = await fetch(`${serviceUrl}/openapi.json`);
  const document = (await answer.json()) as Document; // made by the service's own library
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => operationOf(document, path, method)),
  );
  if (operations.length === 0) throw new Error(`${serviceUrl}/openapi.json names no route.`);
  return operations;
}

/** Whether a route is for other services only. */
export function isInternal({ path }: Operation): boolean {
  return path.startsWith('/internal/');
}
