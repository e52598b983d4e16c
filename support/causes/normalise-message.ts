const RULES: readonly (readonly [RegExp, string])[] = [
  // eslint-disable-next-line no-control-regex -- colour codes start with the escape character
  [/\u001b\[[0-9;]*m/g, ''],
  [/https?:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+/g, '<origin>'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<id>'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '<e-mail>'],
  [/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z?\b/g, '<time>'],
  [/\b[0-9a-f]{16,}\b/gi, '<hash>'],
  [/\b\d+(\.\d+)?(?=\s*(ms|s|×)\b)/g, '<n>'],
  [/\b\d{3,}\b/g, '<n>'],
  [/\s+/g, ' '],
];

/**
 * A failure's message without what differs from test to test (addresses, ids, times, long numbers), so
 * that equal failures have equal texts. Only the first lines count: below them stands the call log.
 *
 * @example normaliseMessage('Timeout 10000ms exceeded at http://127.0.0.1:2001/x')
 */
export function normaliseMessage(message: string): string {
  const head = message.split(/\n\s*(?:Call log:|at )/)[0] ?? message;
  return RULES.reduce((text, [pattern, by]) => text.replace(pattern, by), head).trim().slice(0, 300);
}
