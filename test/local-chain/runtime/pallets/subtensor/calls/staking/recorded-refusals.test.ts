/**
 * Goal: stake calls refuse with the chain's error, or succeed, on the recorded pools; what refuses
 * changes nothing.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/staking/index.ts'
import { expectNoop } from '../../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../../support/shared.ts'
import {
  fund,
  giveStake,
  hotkey,
  nominator,
  stakingChain,
  stranger,
} from '../../staking/staking-chain.ts'

interface Case {
  name: string
  call: string
  args?: Record<string, string | boolean>
  state?: Record<string, string>
  expected_error: { pallet: string; error: string } | null
}

const callsByName: Readonly<Record<string, keyof typeof calls>> = {
  add_stake: 'addStake',
  add_stake_limit: 'addStakeLimit',
  remove_stake: 'removeStake',
  remove_stake_limit: 'removeStakeLimit',
  remove_stake_full_limit: 'removeStakeFullLimit',
}

const cases = hasShared
  ? sharedJson<{ cases: Case[] }>('vectors/staking/call_errors.json').cases.filter(
      (c) => c.state !== undefined && c.call in callsByName,
    )
  : []

function play(c: Case): void {
  const state = (name: string) => BigInt(c.state?.[name] ?? 0)
  const chain = stakingChain({
    first: { tao: state('SubnetTAO'), alpha: state('SubnetAlphaIn') },
  })
  const { ctx } = chain
  const coldkey = c.state?.['free_balance'] === '0' ? stranger : nominator
  if (coldkey === nominator) fund(chain, coldkey, 1_000_000_000_000_000n)
  if (state('stake') > 0n) giveStake(chain, { hotkey, coldkey, netuid: 1 }, state('stake'))
  const call = calls[callsByName[c.call] ?? 'addStake']
  const amount = (name: string) => BigInt(c.args?.[name] ?? 0)
  const args = {
    hotkey,
    netuid: 1,
    amountStaked: amount('amount_staked'),
    amountUnstaked: amount('amount_unstaked'),
    limitPrice: amount('limit_price'),
    allowPartial: c.args?.['allow_partial'] === true,
  }
  const run = () => call.run(ctx, signed(coldkey), args)
  if (c.expected_error === null) {
    chain.commit()
    ctx.transaction(run)
    expect(ctx.events.records.length).toBeGreaterThan(0)
  } else {
    expectNoop(chain, run, `${c.expected_error.pallet}.${c.expected_error.error}`)
  }
}

describe.skipIf(!hasShared)('stake calls (needs ../shared/vectors/staking)', () => {
  it('has cases', () => expect(cases.length).toBeGreaterThan(25))
  it.each(cases)('$call: $name', play)
})
