/**
 * `SubtensorModule.associate_evm_key`. Names the EVM address of a neuron.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named } from '../../../../../frame/types/combinators.ts'
import { h160, netuid } from '../../../../../frame/types/common.ts'
import { byteArray, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { associateEvmKey as associate } from '../../neurons/evm-key.ts'

/** Origin: a hotkey with a uid on the subnet. Free. Emits `EvmKeyAssociated`. */
export const associateEvmKey = call({
  index: 93,
  docs: 'Names the EVM address of the signing neuron, proved by a signature of that address.',
  args: { netuid, evmKey: h160, blockNumber: u64, signature: named('Signature', byteArray(65)) },
  info: { weight: { refTime: 859_242_000n, proofSize: 4_415n }, paysFee: 'No' },
  run(ctx: Ctx, origin, args) {
    associate(ctx, { ...args, hotkey: ensureSigned(origin) })
  },
})
