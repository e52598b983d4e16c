/** A `{{…}}` in a value of the manifest. */
export type TemplateReference =
  | { readonly kind: 'service'; readonly text: string; readonly service: string; readonly part: ServicePart }
  | { readonly kind: 'secret'; readonly text: string; readonly name: string };

/** What can be asked of a service in a template. */
export type ServicePart = 'url' | 'host' | 'port';

/** Where a service of the stack can be reached. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const TEMPLATE = /\{\{\s*([a-z0-9-]+)\.([A-Za-z0-9-]+)\s*\}\}/g;

/** The references in `value`; an unknown part of a service reads as a reference to no service. */
export function templateReferences(value: string): readonly TemplateReference[] {
  return [...value.matchAll(TEMPLATE)].map((match) => reference(match));
}

/**
 * Fills `{{auth.url}}`, `{{auth.host}}`, `{{auth.port}}` and `{{secret.name}}`.
 *
 * A secret is random, made once a run, and the same wherever its name stands.
 *
 * @example fillTemplate('{{auth.url}}/me', source) // 'http://127.0.0.1:20001/me'
 */
export function fillTemplate(
  value: string,
  source: { address(service: string): Address; secret(name: string): string },
): string {
  return value.replace(TEMPLATE, (...match: string[]) => {
    const found = reference(match);
    if (found.kind === 'secret') return source.secret(found.name);
    const { host, port } = source.address(found.service);
    return { url: `http://${host}:${port}`, host, port: String(port) }[found.part];
  });
}

function reference(match: readonly string[]): TemplateReference {
  const [, subject = '', part = ''] = match;
  const text = `${subject}.${part}`;
  if (subject === 'secret') return { kind: 'secret', text, name: part };
  const known = part === 'url' || part === 'host' || part === 'port';
  return known
    ? { kind: 'service', text, service: subject, part }
    : { kind: 'service', text, service: text, part: 'url' };
}
