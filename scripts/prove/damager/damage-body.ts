import { damageEveryLetter, damageValue } from './damage-value';

// A reader that goes by the first bytes should still take it for what it was.
const KEPT_BYTES = 8;

/**
 * The body of an answer with other content in the same form, or `undefined` where there is nothing to
 * change.
 *
 * @param type the answer's content type
 */
export function damageBody(type: string, body: Buffer): Buffer | undefined {
  const damaged = damagedForm(type, body);
  return damaged.equals(body) ? undefined : damaged;
}

function damagedForm(type: string, body: Buffer): Buffer {
  if (/[/+]json\b/.test(type)) return Buffer.from(damageJson(body.toString()));
  if (type.startsWith('text/event-stream')) return Buffer.from(damageEvents(body.toString()));
  if (type.startsWith('text/')) return Buffer.from(damageEveryLetter(body.toString()));
  return Buffer.concat([body.subarray(0, KEPT_BYTES), body.subarray(KEPT_BYTES).map((byte) => byte ^ 0xff)]);
}

function damageJson(text: string): string {
  try {
    return JSON.stringify(damageValue(JSON.parse(text)));
  } catch {
    return damageEveryLetter(text);
  }
}

// Server-sent events: only what they tell is changed, their order and names stay.
function damageEvents(text: string): string {
  return text.replace(/^data: ?(.*)$/gm, (_, data: string) => `data: ${damageJson(data)}`);
}
