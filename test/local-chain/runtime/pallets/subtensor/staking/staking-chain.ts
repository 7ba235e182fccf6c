/**
 * A small chain for tests of staking: root, a dynamic subnet 1 and 2, an owner with a hotkey, funded
 * coldkeys.
 *
 * @module
 */
import { U64F64 } from '../../../../../../local-chain/frame/fixed/index.ts'
import {
  depositCredit,
  issue,
} from '../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { createHotkeyIfUnknown } from '../../../../../../local-chain/runtime/pallets/subtensor/hotkeys.ts'
import { increaseStake } from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import {
  BURN_ACCOUNT,
  subnetAccountId,
} from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { type TestChain, testAccount, testChain } from '../../../../../support/runtime.ts'

export const TAO = 1_000_000_000n

/** Coldkeys, and the hotkeys of the first. */
export const owner = testAccount(0x10)
export const nominator = testAccount(0x11)
export const stranger = testAccount(0x12)
export const hotkey = testAccount(0x20)
export const secondHotkey = testAccount(0x21)
export const unknownHotkey = testAccount(0x2f)
/** The Aura authority of every block that has an author. */
export const author = testAccount(0x30)

export interface Pool {
  readonly tao: bigint
  readonly alpha: bigint
  readonly quote?: bigint
  /** TAO of the subnet's account; as much as the reserve unless given. */
  readonly funds?: bigint
}

export function addSubnet(chain: TestChain, netuid: number, pool?: Pool): void {
  const s = chain.ctx.storage
  s.subtensor.networksAdded.set(netuid, true)
  s.subtensor.subtokenEnabled.set(netuid, true)
  if (pool === undefined) return
  s.subtensor.subnetMechanism.set(netuid, 1)
  s.subtensor.subnetTao.set(netuid, pool.tao)
  s.subtensor.subnetAlphaIn.set(netuid, pool.alpha)
  if (pool.quote !== undefined) {
    s.swap.swapBalancer.set(netuid, { quote: pool.quote })
    s.swap.palSwapInitialized.set(netuid, true)
  }
  fund(chain, subnetAccountId(netuid), (pool.funds ?? pool.tao) + 500n)
}

/** Gives an account TAO. */
export function fund(chain: TestChain, who: AccountId, amount: bigint): void {
  depositCredit(chain.ctx, who, issue(chain.ctx, amount))
}

/** Gives a position alpha that is outstanding on its subnet. */
export function giveStake(
  chain: TestChain,
  position: { hotkey: AccountId; coldkey: AccountId; netuid: number },
  amount: bigint,
): void {
  const { subnetAlphaOut } = chain.ctx.storage.subtensor
  const { netuid } = position
  subnetAlphaOut.set(netuid, subnetAlphaOut.get(netuid) + amount)
  increaseStake(chain.ctx, { ...position, amount })
}

export function stakingChain(
  pools: { readonly first?: Pool; readonly second?: Pool } = {},
): TestChain {
  const chain = testChain()
  addSubnet(chain, 0)
  fund(chain, subnetAccountId(0), 1_000n * TAO)
  addSubnet(chain, 1, pools.first ?? { tao: 1_000n * TAO, alpha: 2_000n * TAO })
  addSubnet(chain, 2, pools.second ?? { tao: 500n * TAO, alpha: 500n * TAO })
  for (const coldkey of [owner, nominator]) fund(chain, coldkey, 1_000_000n * TAO)
  fund(chain, BURN_ACCOUNT, TAO)
  createHotkeyIfUnknown(chain.ctx, owner, hotkey)
  createHotkeyIfUnknown(chain.ctx, owner, secondHotkey)
  chain.commit()
  return chain
}

/** Makes this block one of `author`. */
export function setAuthor(chain: TestChain): void {
  const { aura, system } = chain.ctx.storage
  aura.authorities.set([Buffer.from(author, 'hex')])
  const slot = new Uint8Array(8)
  system.digest.set({
    logs: [{ type: 'PreRuntime', value: [new TextEncoder().encode('aura'), slot] }],
  })
}

/** Locks alpha of a coldkey as if it had been locked in this block. */
export function setLock(chain: TestChain, coldkey: AccountId, netuid: number, mass: bigint): void {
  const { lock, lockingColdkeys } = chain.ctx.storage.subtensor
  const lastUpdate = BigInt(chain.ctx.blockNumber)
  lock.set(coldkey, netuid, hotkey, { lockedMass: mass, conviction: U64F64.zero, lastUpdate })
  lockingColdkeys.set(netuid, hotkey, coldkey, undefined)
}
