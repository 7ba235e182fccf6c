/**
 * Checks at the door of the database: keys, hashes and the order of blocks.
 *
 * @module
 */
import { ChainDbError } from './errors.ts'
import { KEY_SIZE_MAX } from './limits.ts'
import type { BlockRecord, BlockRef } from './types.ts'

const HEX_BYTES = /^(?:[0-9a-f]{2})*$/
const HASH = /^[0-9a-f]{64}$/
const NUMBER_MAX = 0xffff_ffff

/** A whole storage key. */
export function checkKey(key: string): void {
  if (key.length > 0 && key.length <= 2 * KEY_SIZE_MAX && HEX_BYTES.test(key)) return
  throw new ChainDbError(
    'BAD_KEY',
    `a storage key is 1 to ${KEY_SIZE_MAX} bytes in lower-case hex, got ${shown(key)}`,
    { key: shown(key) },
  )
}

/** The beginning of a storage key, possibly empty. */
export function checkKeyPart(part: string): void {
  if (part.length <= 2 * KEY_SIZE_MAX && HEX_BYTES.test(part)) return
  throw new ChainDbError(
    'BAD_KEY',
    `a key prefix is whole bytes in lower-case hex, got ${shown(part)}`,
    { key: shown(part) },
  )
}

/** The blocks follow each other and the head, and no hash comes twice. */
export function checkBlocks(
  blocks: readonly BlockRecord[],
  head: BlockRef | undefined,
  isKnown: (hash: string) => boolean,
): void {
  const hashes = new Set<string>()
  let expected = head === undefined ? undefined : head.number + 1
  for (const { number, hash } of blocks) {
    if (!Number.isInteger(number) || number < 0 || number > NUMBER_MAX) {
      throw new ChainDbError('BAD_RECORD', `block number ${number} is not a u32`, { number })
    }
    if (expected !== undefined && number !== expected) {
      throw new ChainDbError('BAD_RECORD', `expected block ${expected}, got block ${number}`, {
        number,
        expected,
      })
    }
    if (!HASH.test(hash)) {
      throw new ChainDbError('BAD_RECORD', `hash of block ${number} is not 64 hex digits`, {
        number,
        hash,
      })
    }
    if (hashes.has(hash) || isKnown(hash)) {
      throw new ChainDbError('BAD_RECORD', `hash of block ${number} is in use`, { number, hash })
    }
    hashes.add(hash)
    expected = number + 1
  }
}

/** Enough of a key to find it, however long it is. */
function shown(key: string): string {
  return key.length > 80 ? `${key.slice(0, 77)}...` : key
}
