/**
 * `Vec<(u16, u16)>` as the chain stores it: rows of weights and bonds. Kept packed, since an epoch reads
 * and writes tens of thousands of pairs, and all of them pass as bytes between storage and kernel.
 *
 * @module
 */

/** An immutable sequence of pairs. */
export class U16Pairs implements Iterable<readonly [number, number]> {
  static readonly empty: U16Pairs = new U16Pairs(new Uint16Array())

  /** First and second elements in turn; never changed. */
  readonly packed: Uint16Array<ArrayBuffer>

  /** Takes the array over: the caller does not change it any more. */
  constructor(packed: Uint16Array<ArrayBuffer>) {
    this.packed = packed
  }

  static of(pairs: Iterable<readonly [number, number]>): U16Pairs {
    return new U16Pairs(Uint16Array.from([...pairs].flat()))
  }

  /** Number of pairs. */
  get length(): number {
    return this.packed.length / 2
  }

  /** The second element of the first pair that begins with `first`. */
  get(first: number): number | undefined {
    for (let i = 0; i < this.packed.length; i += 2) {
      if (this.packed[i] === first) return this.packed[i + 1]
    }
    return undefined
  }

  *[Symbol.iterator](): Generator<readonly [number, number]> {
    for (let i = 0; i < this.packed.length; i += 2) {
      yield [this.packed[i] as number, this.packed[i + 1] as number]
    }
  }

  toJSON(): (readonly [number, number])[] {
    return [...this]
  }
}
