const MASK = '[redacted]';
// A JSON web token has this form whoever issued it: header and payload are base64url of `{"…`.
const TOKEN = /eyJ[A-Za-z0-9_-]{5,}\.eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{10,}/g;
// Shorter strings would also be found where they are no secret.
const SHORTEST = 6;

/** `text` without the secrets and without anything that has the form of a JSON web token. */
export function redact(text: string, secrets: readonly string[]): string {
  const clean = text.replace(TOKEN, MASK);
  return secrets
    .filter((secret) => secret.length >= SHORTEST)
    .reduce((result, secret) => result.replaceAll(secret, MASK), clean);
}
