/**
 * `SubtensorModule.update_symbol`. Changes the symbol of a subnet.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { bytes } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { ensureSubnetOwnerOrRoot } from '../../subnets/lookup.ts'
import { isSubnetSymbol, isSymbolTaken } from '../../subnets/symbols.ts'

export const updateSymbol = call({
  index: 112,
  docs: "Gives a subnet another symbol of the chain's table that no subnet has. For its owner or root.",
  args: { netuid, symbol: bytes },
  info: { weight: { refTime: 228_313_000n, proofSize: 9_074n } },
  run(ctx: Ctx, origin, { netuid, symbol }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid)
    if (!isSubnetSymbol(symbol)) throw errors.SymbolDoesNotExist
    if (isSymbolTaken(ctx, symbol)) throw errors.SymbolAlreadyInUse
    ctx.storage.subtensor.tokenSymbol.set(netuid, symbol)
    ctx.emit(events.SymbolUpdated, { netuid, symbol })
  },
})
