/**
 * Goal: stake goes in and comes out again, with limits, and refusals cost nothing. Method: the built
 * program on the local chain of a fresh home.
 *
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { runTao, runTaoJson } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'
import { type SubnetHome, subnetHome } from '../support/subnet.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

interface StakeList {
  readonly stake_info: Record<string, { netuid: number; stake_value: number }[]>
  readonly free_balance: number
}

let at: SubnetHome
beforeAll(async () => {
  at = await subnetHome(['wallet new-hotkey --hotkey unknown --quiet'])
}, 60_000)

async function stakeOf(netuid: number): Promise<number> {
  const list = await runTaoJson<StakeList>(['stake', 'list'], at)
  expectSchema('stake list', list)
  return list.stake_info[ALICE]?.find((row) => row.netuid === netuid)?.stake_value ?? 0
}

describe('tao stake', () => {
  it('buys what the preview said and sells it again', async () => {
    const add = ['stake', 'add', '--netuid', '2', '--amount', '1', '--yes']
    const added = await runTaoJson<{ staking_success: unknown }>(add, at)
    expectSchema('stake add', added)
    expect(added.staking_success).toEqual({ 2: { [ALICE]: true } })
    const alpha = await stakeOf(2)
    // One TAO into a pool of 1000 and 1000 less the fee of 33/65535: 1000 - 1000000/1000.999496.
    expect(alpha).toBeCloseTo(0.998_498_5, 6)
    const part = ['stake', 'remove', '--netuid', '2', '--amount', '0.5', '--yes']
    const removed = await runTaoJson<unknown>(part, at)
    expectSchema('stake remove', removed)
    expect(removed).toMatchObject([{ netuid: 2, hotkey_ss58: ALICE, unstake_amount: 0.5 }])
    expect(await stakeOf(2)).toBeCloseTo(alpha - 0.5, 8)
    const all = await runTaoJson<unknown>(['stake', 'remove', '--all', '--yes'], at)
    expectSchema('stake remove', all)
    expect(await stakeOf(2)).toBe(0)
  })

  it('takes any price with --unsafe, and part of it with --partial', async () => {
    const unsafe = ['stake', 'add', '--netuid', '2', '--amount', '50', '--unsafe', '--yes']
    expect(await runTao(unsafe, at)).toMatchObject({ exitCode: 0 })
    const partial = ['stake', 'add', '--netuid', '2', '--amount', '50', '--partial', '--yes']
    const run = await runTao(partial, at)
    expect(run).toMatchObject({ exitCode: 0 })
    // At most half of the tolerance of 0.5 % of the pool's TAO fits under the limit.
    const spent = /staked ([0-9.]+) TAO/.exec(run.stdout)?.[1]
    expect(Number(spent)).toBeGreaterThan(2)
    expect(Number(spent)).toBeLessThan(3)
  })

  it.each([
    [
      'a price that would move too far',
      ['add', '--netuid', '2', '--amount', '50'],
      5,
      'SLIPPAGE_TOO_HIGH',
    ],
    [
      'more than there is',
      ['add', '--netuid', '2', '--amount', '2000000'],
      5,
      'NOT_ENOUGH_BALANCE',
    ],
    [
      'a subnet that is not started',
      ['add', '--netuid', '1', '--amount', '1'],
      5,
      'SUBTOKEN_DISABLED',
    ],
    [
      'a subnet that is not there',
      ['add', '--netuid', '7', '--amount', '1'],
      5,
      'SUBNET_NOT_FOUND',
    ],
    [
      'a hotkey that the chain does not know',
      ['add', '--netuid', '2', '--amount', '1', '--hotkey', 'unknown'],
      5,
      'HOTKEY_NOT_ON_CHAIN',
    ],
    ['everything on two subnets', ['add', '--netuids', '0,2', '--all'], 2, 'SEVERAL_SUBNETS'],
    ['nothing', ['add', '--netuid', '2', '--amount', '0'], 2, 'INVALID_AMOUNT'],
    ['a negative amount', ['add', '--netuid', '2', '--amount=-1'], 2, 'INVALID_AMOUNT'],
    [
      'more than is staked',
      ['remove', '--netuid', '2', '--amount', '1000000'],
      5,
      'NOT_ENOUGH_STAKE',
    ],
    [
      'stake where there is none',
      ['remove', '--netuid', '2', '--all', '--hotkey', 'unknown'],
      5,
      'NOTHING_STAKED',
    ],
    ['an open question', ['remove', '--netuid', '2'], 2, 'MISSING_OPTION'],
  ])('refuses %s', async (_why, args, exitCode, code) => {
    const run = await runTao(['stake', ...args, '--yes', '--json'], at)
    const { error } = JSON.parse(run.stdout) as { error: { code: string } }
    expect({ exitCode: run.exitCode, code: error.code }).toEqual({ exitCode, code })
  })
})
