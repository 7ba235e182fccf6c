/**
 * `MevShield.submit_encrypted`. Carries an encrypted extrinsic into a block.
 *
 * @module
 */
import { blake2b256Hex } from '../../../../../src/primitives/hash.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { boundedBytes, tuple } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { bytes } from '../../../../frame/types/primitives.ts'
import { encode } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { CIPHERTEXT_MAX } from '../constants.ts'
import { events } from '../events.ts'

const identified = tuple(accountId, bytes)

/** Origin: signed. Emits `EncryptedSubmitted`; what is inside comes as an extrinsic of its own. */
export const submitEncrypted = call({
  index: 1,
  docs: 'Submits an encrypted extrinsic, which the author of a block decrypts and includes.',
  args: { ciphertext: boundedBytes(bytes, CIPHERTEXT_MAX) },
  info: { weight: { refTime: 207_223_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { ciphertext }) {
    const who = ensureSigned(origin)
    const id = blake2b256Hex(encode(identified, [who, ciphertext]))
    ctx.emit(events.EncryptedSubmitted, { id, who })
  },
})
