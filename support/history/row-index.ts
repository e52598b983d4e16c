const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Bytes of an id that is looked for without a buffer of its own. */
const USUAL_BYTES = 1_024;
const BYTES_OF_A_CHARACTER = 3;

/**
 * Finds the row of a test id in a history file's bytes. It keeps no ids, which stand there already: a `Map` of a
 * quarter of a million texts takes longer to fill and to ask than the file to read.
 */
export class RowIndex {
  readonly #content: Buffer;
  /** By hash: one more than a row, or 0 for none. Rows that meet at one place follow each other. */
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  /** Where each row's id begins and ends. */
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  /** Of the id that was last looked for. */
  #hash = 0;
  readonly #sought = Buffer.alloc(USUAL_BYTES);

  /** @param most how many rows there may be */
  constructor(content: Buffer, most: number) {
    this.#content = content;
    // At most half full.
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 1)));
    this.#hashes = new Int32Array(most);
    this.#from = new Uint32Array(most);
    this.#to = new Uint32Array(most);
  }

  /**
   * Adds the row whose id stands between two places of the content.
   *
   * @returns the row that has had this id until now
   */
  add(row: number, from: number, to: number): number | undefined {
    const slot = this.#slotOf(this.#content, from, to);
    const before = this.#rowAt(slot);
    this.#slots[slot] = row + 1;
    this.#hashes[row] = this.#hash;
    this.#from[row] = from;
    this.#to[row] = to;
    return before;
  }

  /** The row of an id. */
  find(id: string): number | undefined {
    const isUsual = id.length * BYTES_OF_A_CHARACTER <= USUAL_BYTES;
    const bytes = isUsual ? this.#sought : Buffer.from(id);
    const length = isUsual ? bytes.write(id) : bytes.length;
    return this.#rowAt(this.#slotOf(bytes, 0, length));
  }

  #rowAt(slot: number): number | undefined {
    const row = (this.#slots[slot] ?? 0) - 1;
    return row < 0 ? undefined : row;
  }

  /** Where the row of an id is, or would be. */
  #slotOf(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    this.#hash = hash;
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const row = this.#rowAt(slot);
      if (row === undefined || (this.#hashes[row] === hash && this.#isIdOf(row, bytes.subarray(from, to)))) return slot;
    }
  }

  #isIdOf(row: number, id: Uint8Array): boolean {
    const from = this.#from[row] ?? 0;
    const to = this.#to[row] ?? 0;
    if (to - from !== id.length) return false;
    for (let index = 0; index < id.length; index += 1) if (this.#content[from + index] !== id[index]) return false;
    return true;
  }
}

/** FNV-1a: short, and good enough for texts as even as ids. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_START;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
  // The last bits choose the place, and are mixed least.
  return hash ^ (hash >>> 15);
}
