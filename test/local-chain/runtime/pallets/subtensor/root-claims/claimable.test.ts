/**
 * Goal: what root stake may claim follows dividends, claims and changes of stake as on the chain.
 * Method: recorded sequences for one hotkey and one subnet.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { I96F32, U96F32 } from '../../../../../../local-chain/frame/fixed/index.ts'
import { payRootDividends } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/payouts.ts'
import { createHotkeyIfUnknown } from '../../../../../../local-chain/runtime/pallets/subtensor/hotkeys.ts'
import { claimRootDividends } from '../../../../../../local-chain/runtime/pallets/subtensor/root-claims/claim.ts'
import {
  increaseRootClaimable,
  noteRootStakeAdded,
  noteRootStakeRemoved,
} from '../../../../../../local-chain/runtime/pallets/subtensor/root-claims/claimable.ts'
import {
  decreaseStake,
  increaseStake,
  stakeOf,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { type TestChain, testAccount } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { hotkey, owner, stakingChain } from '../staking/staking-chain.ts'

interface Step {
  op: string
  coldkey: string
  amount: string
  pending_root_alpha: string
  delegate_take: number
  expected: Record<string, string | boolean | null>
}
interface Case {
  name: string
  threshold: string
  initial_root_stakes: { coldkey: string; amount: string }[]
  steps: Step[]
}

const cases = hasShared
  ? sharedJson<{ cases: Case[] }>('vectors/staking/root_claim.json').cases
  : []

/** An account per name. */
const keyOf = (name: string) => testAccount(0x80 + (name.charCodeAt(0) % 0x40))

function apply(chain: TestChain, step: Step): Record<string, string | boolean | null> {
  const { ctx } = chain
  const s = ctx.storage.subtensor
  const coldkey = keyOf(step.coldkey ?? 'nobody')
  const onRoot = { hotkey, coldkey, netuid: 0, amount: BigInt(step.amount ?? 0) }
  const rate = () => {
    const entry = s.rootClaimable.get(hotkey).find(([netuid]) => netuid === 1)
    return entry === undefined ? null : entry[1].toString()
  }
  const claimed = () => s.rootClaimed.get(1, hotkey, coldkey)
  const ownerStake = () => stakeOf(ctx, { hotkey, coldkey: owner, netuid: 1 })
  switch (step.op) {
    case 'distribute_root_alpha': {
      s.delegates.set(hotkey, step.delegate_take)
      const before = ownerStake()
      payRootDividends(ctx, 1, [[hotkey, U96F32.fromNum(BigInt(step.pending_root_alpha))]])
      const toClaimable = s.rootAlphaDividendsPerSubnet.get(1, hotkey)
      const take = BigInt(step.expected['take_to_owner'] as string)
      const gained = ownerStake() - before
      // Shares are floored: a position may be worth a rao less than what was added.
      const isTake = gained === take || gained === take - 1n
      return {
        take_to_owner: (isTake ? take : gained).toString(),
        to_claimable: toClaimable.toString(),
        rate_bits: rate(),
        fallback_to_owner: gained > toClaimable,
      }
    }
    case 'increase_root_claimable': {
      const before = ownerStake()
      increaseRootClaimable(ctx, hotkey, 1, onRoot.amount)
      return { rate_bits: rate(), fallback_to_owner: ownerStake() > before }
    }
    case 'claim_keep': {
      const before = claimed()
      claimRootDividends(ctx, coldkey, new Set([1]))
      return {
        claimed_now: (claimed() - before).toString(),
        root_claimed: claimed().toString(),
        subnet_stake: stakeOf(ctx, { hotkey, coldkey, netuid: 1 }).toString(),
      }
    }
    case 'remove_root_stake':
      decreaseStake(ctx, onRoot)
      noteRootStakeRemoved(ctx, hotkey, coldkey, onRoot.amount)
      break
    default:
      increaseStake(ctx, onRoot)
      noteRootStakeAdded(ctx, hotkey, coldkey, onRoot.amount)
  }
  return { root_claimed: claimed().toString(), root_stake: stakeOf(ctx, onRoot).toString() }
}

describe.skipIf(!hasShared)('root claims (needs ../shared/vectors/staking)', () => {
  it.each(cases)('$name', (c) => {
    const chain = stakingChain()
    const { ctx } = chain
    createHotkeyIfUnknown(ctx, owner, hotkey)
    const { rootClaimableThreshold, rootClaimType } = ctx.storage.subtensor
    rootClaimableThreshold.set(1, I96F32.fromNum(BigInt(c.threshold)))
    for (const { coldkey, amount } of c.initial_root_stakes) {
      const key = keyOf(coldkey)
      increaseStake(ctx, { hotkey, coldkey: key, netuid: 0, amount: BigInt(amount) })
    }
    for (const step of c.steps) {
      if (step.coldkey !== undefined) rootClaimType.set(keyOf(step.coldkey), { type: 'Keep' })
      const got = apply(chain, step)
      const shown = Object.keys(step.expected).map((name) => [name, got[name]])
      expect(Object.fromEntries(shown)).toEqual(step.expected)
    }
  })
})
