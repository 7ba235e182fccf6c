/**
 * `Proxy.create_pure`. Makes an account without a key, with the signer as its proxy.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { u16, u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { extrinsicIndex } from '../../../executive/extrinsic-index.ts'
import { reserve } from '../../balances/ledger.ts'
import { PROXY_DEPOSIT } from '../constants.ts'
import { depositOf } from '../deposits.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { pureAccount } from '../pure-account.ts'
import { proxyType } from '../types.ts'
import { CREATE_PURE_WEIGHT } from '../weights.ts'

/**
 * Origin: signed; the signer's deposit is reserved. Emits `PureCreated`.
 *
 * @throws Duplicate  this extrinsic made the same account already
 */
export const createPure = call({
  index: 4,
  docs: 'Makes a new account without a key, with the signer as its only proxy.',
  args: { proxyType, delay: named('BlockNumberFor<T>', u32), index: u16 },
  info: { weight: CREATE_PURE_WEIGHT },
  run(ctx: Ctx, origin, { proxyType, delay, index }) {
    const who = ensureSigned(origin)
    const pure = pureAccount({
      spawner: who,
      type: proxyType,
      index,
      height: ctx.blockNumber,
      extrinsicIndex: extrinsicIndex(ctx),
    })
    const { proxies } = ctx.storage.proxy
    ensure(!proxies.exists(pure), errors.Duplicate)
    const deposit = depositOf(PROXY_DEPOSIT, 1)
    reserve(ctx, who, deposit)
    proxies.set(pure, [[{ delegate: who, proxyType, delay }], deposit])
    ctx.emit(events.PureCreated, { pure, who, proxyType, disambiguationIndex: index })
  },
})
