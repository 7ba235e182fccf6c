/**
 * Types that LimitOrders owns: orders as their signers wrote them, and what became of them.
 *
 * Source: ../shared/spec/swap.md section 11.
 *
 * @module
 */
import { boundedVec, named, newtype, option, struct } from '../../../frame/types/combinators.ts'
import { accountId, netuid } from '../../../frame/types/common.ts'
import { enumeration, plainEnum } from '../../../frame/types/enumeration.ts'
import { bool, u32, u64 } from '../../../frame/types/primitives.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import { multiSignature } from '../../types.ts'

const account = named('AccountId', accountId)
const RELAYERS_MAX = 10
const params = [{ name: 'AccountId', type: accountId }]
const perbill = newtype('sp_arithmetic::per_things::Perbill', u32)

export const orderType = plainEnum('pallet_limit_orders::OrderType', [
  'LimitBuy',
  'TakeProfit',
  'StopLoss',
])

export const orderSide = plainEnum('pallet_limit_orders::OrderSide', ['Buy', 'Sell'])
export type OrderSide = TypeOf<typeof orderSide>

export const orderStatus = enumeration('pallet_limit_orders::OrderStatus', {
  Fulfilled: null,
  PartiallyFilled: [u64],
  Cancelled: null,
})

const order = struct(
  'pallet_limit_orders::Order',
  {
    signer: account,
    hotkey: account,
    netuid,
    orderType,
    /** TAO for buys, alpha for sells. */
    amount: u64,
    /** Rao per alpha. */
    limitPrice: u64,
    /** Unix time in milliseconds. */
    expiry: u64,
    feeRate: perbill,
    feeRecipient: account,
    relayer: named(
      'Option<BoundedVec<AccountId, ConstU32<10>>>',
      option(boundedVec(accountId, RELAYERS_MAX)),
    ),
    maxSlippage: option(perbill),
    chainId: u64,
    partialFillsEnabled: bool,
  },
  { params, typeName: 'Order<AccountId>' },
)
export type Order = TypeOf<typeof order>

export const versionedOrder = enumeration(
  'pallet_limit_orders::VersionedOrder',
  { V1: [order] },
  { params, typeName: 'VersionedOrder<AccountId>' },
)
export type VersionedOrder = TypeOf<typeof versionedOrder>

export const signedOrder = struct(
  'pallet_limit_orders::SignedOrder',
  {
    order: versionedOrder,
    signature: multiSignature,
    /** How much of the order's amount to fill; all of it where absent. */
    partialFill: option(u64),
  },
  { params },
)
export type SignedOrder = TypeOf<typeof signedOrder>
