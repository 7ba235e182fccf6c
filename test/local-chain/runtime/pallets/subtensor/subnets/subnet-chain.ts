/**
 * A chain for tests of subnets and neurons: the local network's own genesis, and a few accounts with
 * TAO.
 *
 * @module
 */
import type { ProfileName } from '../../../../../../local-chain/frame/profile.ts'
import { buildGenesis } from '../../../../../../local-chain/runtime/genesis/build.ts'
import { localnetSpec } from '../../../../../../local-chain/runtime/genesis/spec.ts'
import { burnedRegister } from '../../../../../../local-chain/runtime/pallets/subtensor/neurons/registration.ts'
import { registerNetwork } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/create.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { type TestChain, testAccount, testChain } from '../../../../../support/runtime.ts'

export const TAO = 1_000_000_000n

/** Coldkeys with 100,000 TAO each. */
export const owner = testAccount(0xc1)
export const miner = testAccount(0xc2)
export const poor = testAccount(0xc3)
/** A coldkey that has nothing. */
export const broke = testAccount(0xc4)

/** Hotkeys that nobody owns yet. */
export const ownerHotkey = testAccount(0x41)
export const minerHotkey = testAccount(0x42)
export const otherHotkey = testAccount(0x43)

/** Hotkey number `i`, for tests that need many. */
export function hotkeyNumber(i: number): AccountId {
  return `${'40'.repeat(30)}${i.toString(16).padStart(4, '0')}` as AccountId
}

export function subnetChain(profile: ProfileName = 'mainnet'): TestChain {
  const chain = testChain(profile)
  const rich = [owner, miner].map((account) => ({ account, free: 100_000n * TAO }))
  const accounts = [...rich, { account: poor, free: TAO / 20n }]
  chain.reader.apply(buildGenesis(localnetSpec({ profile, accounts })))
  return chain
}

/** Netuid 2, registered in this block by `owner`. */
export function withSubnet(chain = subnetChain()): TestChain {
  registerNetwork(chain.ctx, { coldkey: owner, hotkey: ownerHotkey, identity: undefined })
  chain.commit()
  return chain
}

/** The netuid of `withSubnet`. */
export const NETUID = 2

/** Registers hotkeys of `miner` on netuid 2 at a steady price. @returns them by uid, from 1 on */
export function addNeurons(chain: TestChain, count: number): AccountId[] {
  const { burnIncreaseMult } = chain.ctx.storage.subtensor
  burnIncreaseMult.set(NETUID, 1n << 64n)
  const hotkeys = Array.from({ length: count }, (_, i) => hotkeyNumber(i))
  for (const hotkey of hotkeys) {
    burnedRegister(chain.ctx, { netuid: NETUID, coldkey: miner, hotkey })
  }
  chain.commit()
  return hotkeys
}
