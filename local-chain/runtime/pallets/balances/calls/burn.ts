/**
 * `Balances.burn`. Destroys free TAO of the sender.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact } from '../../../../frame/types/combinators.ts'
import { balance } from '../../../../frame/types/common.ts'
import { bool } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { burnFrom } from '../ledger.ts'

export const burn = call({
  index: 10,
  docs: 'Destroys free TAO of the sender.',
  args: { value: compact(balance), keepAlive: bool },
  info: { weight: { refTime: 30_219_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, args) {
    const who = ensureSigned(origin)
    burnFrom(ctx, who, args.value, args.keepAlive ? 'Preserve' : 'Expendable')
  },
})
