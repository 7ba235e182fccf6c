/**
 * Arithmetic of history segments: block 0 alone, then runs of equal length.
 *
 * The first block gets a segment of its own because its diff is the whole genesis state: sealed
 * at once, it is never copied again.
 *
 * @module
 */
export class Segments {
  /** First block of the database, usually 0. */
  readonly base: number
  readonly length: number

  constructor(base: number, length: number) {
    this.base = base
    this.length = length
  }

  /** Segment that holds the block. */
  of(number: number): number {
    return Math.ceil((number - this.base) / this.length)
  }

  first(segment: number): number {
    return segment === 0 ? this.base : this.last(segment - 1) + 1
  }

  last(segment: number): number {
    return this.base + segment * this.length
  }
}
