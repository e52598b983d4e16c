const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTED = 0x20;
const ZERO = 0x30;
/** Digits of a whole number that is surely exact. */
const EXACT_DIGITS = 15;
/** What `JSON.stringify` writes behind a backslash, but for `u` and its four digits. */
const ESCAPED: ReadonlySet<number> = new Set(Buffer.from('"\\bfnrt'));

/**
 * Goes over bytes of JSON without making texts or objects of them. Every method moves over what it is asked for and
 * says `true`, or says `false`.
 */
export class ByteCursor {
  /** The place of the next byte. */
  at = 0;
  /** The number that was last gone over. */
  value = 0;
  /** Whether there are escaped characters in the text that was last gone over. */
  isEscaped = false;

  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Exactly these bytes. Where they are not, nothing has moved. */
  literal(expected: Uint8Array): boolean {
    const from = this.at;
    for (let index = 0; index < expected.length; index += 1) {
      if (this.#bytes[from + index] !== expected[index]) return false;
    }
    this.at = from + expected.length;
    return true;
  }

  /** One byte. Where it is not, nothing has moved. */
  byte(expected: number): boolean {
    if (this.#bytes[this.at] !== expected) return false;
    this.at += 1;
    return true;
  }

  /** A text as `JSON.stringify` writes it. Where there is none, nothing more can be gone over. */
  text(): boolean {
    const bytes = this.#bytes;
    if (bytes[this.at] !== QUOTE) return this.#giveUp();
    let at = this.at + 1;
    let isEscaped = false;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) break;
      if (byte < FIRST_PRINTED) return this.#giveUp();
      at += 1;
      if (byte !== BACKSLASH) continue;
      if (!ESCAPED.has(bytes[at] ?? 0)) return this.#giveUp();
      isEscaped = true;
      at += 1;
    }
    this.isEscaped = isEscaped;
    this.at = at + 1;
    return true;
  }

  /** A whole number, not below zero and exact. Where there is none, nothing more can be gone over. */
  whole(): boolean {
    const bytes = this.#bytes;
    const from = this.at;
    let value = 0;
    let at = from;
    for (;;) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      at += 1;
    }
    const digits = at - from;
    if (digits === 0 || digits > EXACT_DIGITS || (digits > 1 && bytes[from] === ZERO)) return this.#giveUp();
    this.at = at;
    this.value = value;
    return true;
  }

  /** Gives up: at the end of all bytes there is nothing of any kind. */
  #giveUp(): false {
    this.at = this.#bytes.length;
    return false;
  }
}
