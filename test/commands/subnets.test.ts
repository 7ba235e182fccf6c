/**
 * Goal: a subnet is created, started, joined and shown, and refusals say what to do. Method: the
 * built program on the local chain of a fresh home.
 *
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'
import { NETUID, type SubnetHome, subnetHome } from '../support/subnet.ts'

interface Failure {
  readonly error: { readonly code: string; readonly try: readonly string[]; readonly data: unknown }
}

let at: SubnetHome
beforeAll(async () => {
  at = await subnetHome([
    'wallet new-hotkey --hotkey miner --quiet',
    'wallet new-hotkey --hotkey other --quiet',
  ])
}, 60_000)

async function failure(args: readonly string[], exitCode: number): Promise<Failure['error']> {
  const run = await runTao([...args, '--json'], at)
  expect(run).toMatchObject({ exitCode })
  return (JSON.parse(run.stdout) as Failure).error
}

describe('tao subnets', () => {
  it('lists subnets, root first', async () => {
    const list = await runTaoJson<{ subnets: Record<string, { price: number }> }>(
      ['subnets', 'list'],
      at,
    )
    expectSchema('subnets list', list)
    expect(Object.keys(list.subnets)).toEqual(['0', '1', '2'])
    // The price of a subnet becomes both sides of its pool, at the median price of the others.
    expect(list.subnets[NETUID]?.price).toBe(1)
    const text = await runTao(['subnets', 'list'], at)
    expect(text).toMatchObject({ exitCode: 0, stderr: '' })
    expect(text.stdout).toMatch(/^NETUID +NAME/)
  })

  it('registers a hotkey once and shows it', async () => {
    const args = ['subnets', 'register', '--netuid', '2', '--hotkey', 'miner']
    const first = await runTaoJson<{ uid: number; extrinsic_identifier: string }>(
      [...args, '--yes'],
      at,
    )
    expectSchema('subnets register', first)
    expect(first.uid).toBe(1)
    const again = await runTaoJson<{ uid: number; msg: string }>([...args, '--yes'], at)
    expectSchema('subnets register', again)
    expect(again).toMatchObject({ uid: 1, msg: 'Already registered', extrinsic_identifier: null })
    const shown = await runTaoJson<{ uids: { role: string }[] }>(
      ['subnets', 'metagraph', '--netuid', '2', '--sort'],
      at,
    )
    expectSchema('subnets show', shown)
    expect(shown.uids.map(({ role }) => role)).toEqual(['owner', 'miner'])
  })

  it('says that a started subnet runs', async () => {
    const result = await runTaoJson<unknown>(['subnets', 'start', '--netuid', '2', '--yes'], at)
    expectSchema('subnets start', result)
    expect(result).toMatchObject({ extrinsic_identifier: null })
  })

  it('tells prices now and, where old blocks are kept, before', async () => {
    const now = await runTaoJson<unknown>(['subnets', 'price', '--netuid', '2', '--current'], at)
    expectSchema('subnets price', now)
    expect(now).toMatchObject({ 2: { stats: { symbol: 'β' } } })
    await runTao(['chain', 'advance', '310'], at)
    const past = await runTaoJson<Record<string, { prices: number[]; stats: { high: number } }>>(
      ['subnets', 'price', '--all'],
      at,
    )
    expectSchema('subnets price', past)
    expect(past['2']?.prices).toHaveLength(2)
    expect(past['2']?.stats.high).toBe(Math.max(...(past['2']?.prices ?? [])))
  })

  it('tells what the next subnet costs: twice the last one, falling', async () => {
    const cost = await runTaoJson<{ burn_cost: { tao: number } }>(['subnets', 'burn-cost'], at)
    expectSchema('subnets burn-cost', cost)
    expect(cost.burn_cost.tao).toBeGreaterThan(1990)
    expect(cost.burn_cost.tao).toBeLessThanOrEqual(2000)
  })

  it.each([
    ['a subnet that is not there', ['subnets', 'show', '--netuid', '9'], 5, 'SUBNET_NOT_FOUND'],
    [
      'a mechanism that is not there',
      ['subnets', 'show', '--netuid', '2', '--mechid', '3'],
      5,
      'MECHANISM_NOT_FOUND',
    ],
    [
      'a missing consent',
      ['subnets', 'register', '--netuid', '2', '--hotkey', 'other'],
      2,
      'CONFIRMATION_NEEDED',
    ],
    ['a second subnet too early', ['subnets', 'create', '--yes'], 5, 'SUBNET_TOO_EARLY'],
    [
      'a text too long',
      ['subnets', 'create', '--subnet-name', 'x'.repeat(257), '--yes'],
      2,
      'IDENTITY_TOO_LONG',
    ],
    [
      'a tolerance on root',
      ['subnets', 'register', '--netuid', '0', '--tolerance', '0.1', '--yes'],
      2,
      'USAGE',
    ],
    ['a missing netuid', ['subnets', 'start', '--yes'], 2, 'MISSING_OPTION'],
  ])('refuses %s', async (_why, args, exitCode, code) => {
    const error = await failure(args, exitCode)
    expect(error.code).toBe(code)
    expect(error.try.length).toBeGreaterThan(0)
  })

  it('says how much is missing, the fee included', async () => {
    const home = makeHome()
    await runTao(['wallet', 'create', '--no-use-password', '--quiet'], { home })
    const run = await runTao(['subnets', 'create', '--yes', '--json'], { home })
    expect(run.exitCode).toBe(5)
    const { error } = JSON.parse(run.stdout) as {
      error: { code: string; data: { missingRao: string; amountRao: string; feeRao: string } }
    }
    expect(error.code).toBe('NOT_ENOUGH_BALANCE')
    const { missingRao, amountRao, feeRao } = error.data
    expect(BigInt(missingRao)).toBe(BigInt(amountRao) + BigInt(feeRao))
    expect(amountRao).toBe('1000000000000')
  })
})
