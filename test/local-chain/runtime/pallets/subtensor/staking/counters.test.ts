/**
 * Goal: one stake or unstake moves every counter of the pallet as on the chain. Method: recorded
 * states before and after, with a block author.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../local-chain/frame/origin.ts'
import { freeBalance } from '../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/staking/index.ts'
import { createHotkeyIfUnknown } from '../../../../../../local-chain/runtime/pallets/subtensor/hotkeys.ts'
import {
  increaseStake,
  stakeOf,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { subnetAccountId } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { addSubnet, author, fund, hotkey, owner, setAuthor, TAO } from './staking-chain.ts'

interface Case {
  name: string
  call: 'add_stake' | 'remove_stake'
  netuid: number | 'dynamic'
  amount: string
  quote_weight?: string
  before: Record<string, string>
  after: Record<string, string>
}

const cases = hasShared ? sharedJson<{ cases: Case[] }>('vectors/staking/counters.json').cases : []

function play(c: Case) {
  const chain = testChain()
  const { ctx } = chain
  const netuid = c.netuid === 'dynamic' ? 1 : c.netuid
  const amount = BigInt(c.amount)
  const before = (name: string) => BigInt(c.before[name] ?? 0)
  addSubnet(
    chain,
    netuid,
    c.netuid === 'dynamic'
      ? {
          tao: before('SubnetTAO'),
          alpha: before('SubnetAlphaIn'),
          quote: BigInt(c.quote_weight ?? 0),
        }
      : undefined,
  )
  const s = ctx.storage.subtensor
  s.subnetTao.set(netuid, before('SubnetTAO'))
  s.subnetAlphaIn.set(netuid, before('SubnetAlphaIn'))
  s.subnetAlphaOut.set(netuid, before('SubnetAlphaOut'))
  s.subnetVolume.set(netuid, before('SubnetVolume'))
  s.subnetTaoFlow.set(netuid, before('SubnetTaoFlow'))
  s.totalStake.set(before('TotalStake'))
  if (netuid === 0) fund(chain, subnetAccountId(0), 10n * TAO)
  createHotkeyIfUnknown(ctx, owner, hotkey)
  fund(chain, owner, 1_000n * TAO)
  fund(chain, author, TAO)
  setAuthor(chain)
  const position = { hotkey, coldkey: owner, netuid }
  if (c.call === 'remove_stake') increaseStake(ctx, { ...position, amount })
  const had = { owner: freeBalance(ctx, owner), author: freeBalance(ctx, author) }
  if (c.call === 'add_stake') {
    calls.addStake.run(ctx, signed(owner), { hotkey, netuid, amountStaked: amount })
  } else {
    calls.removeStake.run(ctx, signed(owner), { hotkey, netuid, amountUnstaked: amount })
  }
  const gained = freeBalance(ctx, author) - had.author
  return {
    SubnetTAO: s.subnetTao.get(netuid),
    SubnetAlphaIn: s.subnetAlphaIn.get(netuid),
    SubnetAlphaOut: s.subnetAlphaOut.get(netuid),
    SubnetVolume: s.subnetVolume.get(netuid),
    TotalStake: s.totalStake.get(),
    SubnetTaoFlow: s.subnetTaoFlow.get(netuid),
    stake: stakeOf(ctx, position),
    stake_received: stakeOf(ctx, position),
    alpha_refund: stakeOf(ctx, position),
    tao_received: freeBalance(ctx, owner) - had.owner,
    author_tao: gained,
    fee_to_block_author: gained,
  }
}

describe.skipIf(!hasShared)('counters (needs ../shared/vectors/staking)', () => {
  it.each(cases)('$name', (c) => {
    const got: Record<string, bigint> = play(c)
    const named = Object.keys(c.after).map((name) => [name, String(got[name])])
    expect(Object.fromEntries(named)).toEqual(c.after)
  })
})
