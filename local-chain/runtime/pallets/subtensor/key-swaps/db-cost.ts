/**
 * Counts the reads and writes of a call that pays for what it really did.
 *
 * @module
 */
import type { DispatchWeight } from '../../../../frame/types/common.ts'
import { DB_WEIGHT } from '../../system/constants.ts'

export class DbCost {
  #reads = 0
  #writes = 0

  add(reads: number, writes = 0): void {
    this.#reads += reads
    this.#writes += writes
  }

  get weight(): DispatchWeight {
    const { read, write } = DB_WEIGHT
    return { refTime: BigInt(this.#reads) * read + BigInt(this.#writes) * write, proofSize: 0n }
  }
}
