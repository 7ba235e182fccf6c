/**
 * `MevShield.announce_next_key`. The author of a block announces its key, or that it has none.
 *
 * @module
 */
import { ensureNone } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, option } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { announceKey } from '../keys.ts'
import { encryptionKey } from '../types.ts'

/** Origin: none, as an inherent. @throws Unreachable, BadEncKeyLen */
export const announceNextKey = call({
  index: 0,
  docs: 'The author of the block announces the key with which users encrypt for it.',
  args: { encKey: named('Option<ShieldEncKey>', option(encryptionKey)) },
  info: { weight: { refTime: 733_661_000n, proofSize: 5_555n } },
  run(ctx: Ctx, origin, { encKey }) {
    ensureNone(origin)
    announceKey(ctx, encKey)
  },
})
