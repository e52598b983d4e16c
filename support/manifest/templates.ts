/** A `{{…}}` in a value of the manifest. */
export type TemplateReference =
  | { readonly kind: 'service'; readonly text: string; readonly service: string; readonly part: ServicePart }
  | { readonly kind: 'secret'; readonly text: string; readonly name: string };

/** What can be asked of a service in a template. */
export type ServicePart = 'url' | 'publicUrl' | 'host' | 'port';

/** Where a service of the stack can be reached by one who asks from the same place. */
export interface Address {
  /** Base URL without a slash at the end. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

const TEMPLATE = /\{\{\s*([a-z0-9-]+)\.([A-Za-z0-9-]+)\s*\}\}/g;

/** The references in `value`; an unknown part of a service reads as a reference to no service. */
export function templateReferences(value: string): readonly TemplateReference[] {
  return [...value.matchAll(TEMPLATE)].map((match) => reference(match));
}

/**
 * Fills `{{auth.url}}`, `{{auth.host}}`, `{{auth.port}}`, `{{auth.publicUrl}}` and `{{secret.name}}`.
 *
 * The first three are for the service itself, which may run in a container and see others under other
 * addresses than browsers and tests do; `publicUrl` is what those are told.
 *
 * A secret is random, made once a run, and the same wherever its name stands.
 *
 * @example fillTemplate('{{auth.url}}/me', source) // 'http://127.0.0.1:20001/me'
 */
export function fillTemplate(
  value: string,
  source: {
    address(service: string): Address;
    publicUrl(service: string): string;
    secret(name: string): string;
  },
): string {
  return value.replace(TEMPLATE, (...match: string[]) => {
    const found = reference(match);
    if (found.kind === 'secret') return source.secret(found.name);
    const { url, host, port } = source.address(found.service);
    return { url, host, port: String(port), publicUrl: source.publicUrl(found.service) }[found.part];
  });
}

function reference(match: readonly string[]): TemplateReference {
  const [, subject = '', part = ''] = match;
  const text = `${subject}.${part}`;
  if (subject === 'secret') return { kind: 'secret', text, name: part };
  const known = part === 'url' || part === 'publicUrl' || part === 'host' || part === 'port';
  return known
    ? { kind: 'service', text, service: subject, part }
    : { kind: 'service', text, service: text, part: 'url' };
}
