/**
 * `Proxy.kill_pure`. A pure account ends itself.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named } from '../../../../frame/types/combinators.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import { u16, u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { unreserve } from '../../balances/ledger.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { pureAccount } from '../pure-account.ts'
import { proxyType } from '../types.ts'
import { KILL_PURE_WEIGHT } from '../weights.ts'

/**
 * Origin: the pure account, through its proxy. What it owns is out of reach from then on; the deposit goes
 * back to the spawner. Emits `PureKilled`.
 *
 * @throws NoPermission  the arguments do not lead to the signer
 */
export const killPure = call({
  index: 5,
  docs: 'Ends the pure account that signs. What it owns stays out of reach for ever.',
  args: {
    spawner: multiAddress,
    proxyType,
    index: u16,
    height: named('BlockNumberFor<T>', compact(u32)),
    extIndex: compact(u32),
  },
  info: { weight: KILL_PURE_WEIGHT },
  run(ctx: Ctx, origin, { proxyType, index, height, extIndex, ...args }) {
    const who = ensureSigned(origin)
    const spawner = lookup(args.spawner)
    const from = { spawner, type: proxyType, index, height, extrinsicIndex: extIndex }
    ensure(pureAccount(from) === who, errors.NoPermission)
    const [, deposit] = ctx.storage.proxy.proxies.take(who)
    unreserve(ctx, spawner, deposit)
    ctx.emit(events.PureKilled, { pure: who, spawner, proxyType, disambiguationIndex: index })
  },
})
