/**
 * Blocks that follow from their number alone, so that a test can say what a killed process must
 * have left behind.
 *
 * @module
 */
import type { BlockRecord, StorageChange } from '../../../../local-chain/node/db/types.ts'
import { block, bytes } from './support.ts'

/** Short, so that kills fall into seals too. */
export const SEGMENT_BLOCKS = 5

/** Changes a counter and a ring of keys; every third block removes what it changed before. */
export function crashDiff(number: number): StorageChange[] {
  const diff: StorageChange[] = [['00', bytes(`${number}`)]]
  for (let i = 0; i < 40; i++) {
    const key = `aa${((number * 7 + i * 3) % 200).toString(16).padStart(2, '0')}`
    diff.push([key, number % 3 === 2 ? null : bytes(`${number}/${i}`)])
  }
  return diff
}

export function crashBlock(number: number): BlockRecord {
  return { ...block(number, crashDiff(number)), meta: { last: `${number}` } }
}
