/**
 * SwapRuntimeApi and SubnetRegistrationRuntimeApi: prices, quotes, and what a new subnet costs.
 *
 * Source: ../shared/spec/runtime-api.md section 2, swap.md section 10, spec 425.
 *
 * @module
 */
import { struct, vec } from '../../frame/types/combinators.ts'
import { alphaBalance, netuid, taoBalance } from '../../frame/types/common.ts'
import { u64 } from '../../frame/types/primitives.ts'
import { networkLockCost } from '../pallets/subtensor/subnets/lock-cost.ts'
import { allNetuids } from '../pallets/subtensor/subnets/lookup.ts'
import { currentAlphaPriceRao } from '../pallets/swap/pool.ts'
import { simSwapAlphaForTao, simSwapTaoForAlpha } from '../pallets/swap/simulate.ts'
import { api, query } from './types.ts'

const PATH = 'pallet_subtensor_swap_runtime_api'

const simSwapResult = struct(`${PATH}::SimSwapResult`, {
  taoAmount: taoBalance,
  alphaAmount: alphaBalance,
  taoFee: taoBalance,
  alphaFee: alphaBalance,
  taoSlippage: taoBalance,
  alphaSlippage: alphaBalance,
})
const subnetPrice = struct(`${PATH}::SubnetPrice`, { netuid, price: u64 })

export const swapApi = api(
  'SwapRuntimeApi',
  {
    currentAlphaPrice: query({
      docs: 'Price of a subnet token, in rao per whole token.',
      args: { netuid },
      returns: u64,
      run: (ctx, args) => currentAlphaPriceRao(ctx, args.netuid),
    }),
    currentAlphaPriceAll: query({
      docs: 'Price of every subnet token, in rao per whole token.',
      args: {},
      returns: vec(subnetPrice),
      run: (ctx) =>
        allNetuids(ctx).map((id) => ({ netuid: id, price: currentAlphaPriceRao(ctx, id) })),
    }),
    simSwapTaoForAlpha: query({
      docs: 'What an amount of TAO would buy; zeros where the trade would be refused.',
      args: { netuid, tao: taoBalance },
      returns: simSwapResult,
      run: (ctx, args) => simSwapTaoForAlpha(ctx, args.netuid, args.tao),
    }),
    simSwapAlphaForTao: query({
      docs: 'What an amount of alpha would sell for; zeros where the trade would be refused.',
      args: { netuid, alpha: alphaBalance },
      returns: simSwapResult,
      run: (ctx, args) => simSwapAlphaForTao(ctx, args.netuid, args.alpha),
    }),
  },
  'Prices of subnet tokens and quotes for trades.',
)

export const subnetRegistrationApi = api(
  'SubnetRegistrationRuntimeApi',
  {
    getNetworkRegistrationCost: query({
      docs: 'What registering a subnet costs now, in rao.',
      args: {},
      returns: taoBalance,
      run: networkLockCost,
    }),
  },
  'What a new subnet costs.',
)
