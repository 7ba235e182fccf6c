/**
 * A chain with a trading subnet and people who sign limit orders for it.
 *
 * @module
 */
import { ROOT } from '../../../../../local-chain/frame/origin.ts'
import { encode } from '../../../../../local-chain/frame/types/type.ts'
import {
  type Order,
  type SignedOrder,
  versionedOrder,
} from '../../../../../local-chain/runtime/pallets/limit-orders/types.ts'
import { increaseStake } from '../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { subnetAccountId } from '../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { CallChain } from '../../../../support/call-chain.ts'
import { sr25519Signer, type TestSigner } from '../../../../support/extrinsics.ts'
import { testAccount } from '../../../../support/runtime.ts'

export const TAO = 1_000_000_000n
export const NETUID = 1
export const alice = sr25519Signer('//Alice')
export const bob = sr25519Signer('//Bob')
export const RELAYER = testAccount(0x9e)
export const FEES = testAccount(0xfe)
const HOTKEY = testAccount(0x0b)
const POOL = 1_000_000n * TAO

/** Price 1 and no fee of the pool; Bob holds 100 alpha. */
export function ordersChain(): CallChain {
  const chain = new CallChain()
  const s = chain.ctx.storage.subtensor
  s.subtokenEnabled.set(NETUID, true)
  s.subnetTao.set(NETUID, POOL)
  s.subnetAlphaIn.set(NETUID, POOL)
  s.subnetAlphaOut.set(NETUID, POOL)
  chain.ctx.storage.swap.feeRate.set(NETUID, 0)
  s.owner.set(HOTKEY, HOTKEY)
  chain.must(ROOT, 'Balances.force_set_balance', {
    who: { type: 'Id', value: subnetAccountId(NETUID) },
    newFree: POOL,
  })
  const position = { hotkey: HOTKEY, coldkey: bob.account, netuid: NETUID }
  increaseStake(chain.ctx, { ...position, amount: 100n * TAO })
  return chain
}

/** An order of ten TAO or alpha at any price, by the signer. */
export function order(signer: TestSigner, fields: Partial<Order> = {}): Order {
  const buys = (fields.orderType ?? 'LimitBuy') === 'LimitBuy'
  return {
    signer: signer.account,
    hotkey: HOTKEY,
    netuid: NETUID,
    orderType: 'LimitBuy',
    amount: 10n * TAO,
    limitPrice: buys ? 2n * TAO : 1n,
    expiry: 1_000_000_000n,
    feeRate: 0,
    feeRecipient: FEES,
    relayer: undefined,
    maxSlippage: undefined,
    chainId: 42n,
    partialFillsEnabled: false,
    ...fields,
  }
}

export function sign(signer: TestSigner, value: Order, partialFill?: bigint): SignedOrder {
  const versioned = { type: 'V1', value } as const
  const signature = signer.sign(encode(versionedOrder, versioned)).slice(1)
  return { order: versioned, signature: { type: 'Sr25519', value: signature }, partialFill }
}

/** Signs and brings one order. @returns 'ok' or the error's name */
export function execute(
  chain: CallChain,
  signed: SignedOrder,
  relayer: AccountId = RELAYER,
): string {
  return chain.apply(relayer, 'LimitOrders.execute_orders', { orders: [signed], shouldFail: true })
}

export function executeBatch(chain: CallChain, orders: readonly SignedOrder[]): string {
  return chain.apply(RELAYER, 'LimitOrders.execute_batched_orders', { netuid: NETUID, orders })
}

export function stakeKey(coldkey: AccountId) {
  return { hotkey: HOTKEY, coldkey, netuid: NETUID }
}
