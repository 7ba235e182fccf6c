/**
 * Goal: weights reach the chain as btcli would send them, and refusals say what to do.
 * Method: the built program on the local chain of a fresh home.
 *
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { runTao, runTaoJson } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'
import { type SubnetHome, subnetHome } from '../support/subnet.ts'

const WEIGHTS = ['weights', 'set', '--netuid', '2', '--yes']
const OFF = ['sudo', 'set', '--netuid', '2', '--param', 'commit_reveal_weights_enabled', '--value']

let at: SubnetHome
beforeAll(async () => {
  at = await subnetHome([
    'wallet new-hotkey --hotkey miner --quiet',
    'subnets register --netuid 2 --hotkey miner --yes',
    'wallet create --wallet-name stranger --no-use-password --quiet',
  ])
}, 60_000)

async function codeOf(args: readonly string[]): Promise<{ exitCode: number; code: string }> {
  const run = await runTao([...args, '--json'], at)
  const { error } = JSON.parse(run.stdout) as { error: { code: string } }
  return { exitCode: run.exitCode, code: error.code }
}

describe('tao weights set', () => {
  it('are refused until commit-reveal is off and the rate limit has passed', async () => {
    const given = [...WEIGHTS, '--uids', '0,1', '--weights', '0.3,0.6']
    expect(await codeOf(given)).toEqual({ exitCode: 5, code: 'COMMIT_REVEAL_ENABLED' })
    const set = await runTaoJson<unknown>([...OFF, 'false', '--yes'], at)
    expectSchema('sudo set', set)
    expect(set).toMatchObject({ as_root: false, value: 'false' })
    expect(await codeOf(given)).toEqual({ exitCode: 5, code: 'SETTING_WEIGHTS_TOO_FAST' })
    await runTao(['chain', 'advance', '100'], at)
    const result = await runTaoJson<{ values: number[] }>(given, at)
    expectSchema('weights set', result)
    expect(result).toMatchObject({ uid: 0, uids: [0, 1], values: [32_768, 65_535] })
  })

  it.each([
    [
      'an uid that is not there',
      [...WEIGHTS, '--uids', '0,9', '--weights', '1,1'],
      5,
      'UID_NOT_FOUND',
    ],
    ['an uid named twice', [...WEIGHTS, '--uids', '1,1', '--weights', '1,1'], 2, 'WEIGHTS_INVALID'],
    ['only zeros', [...WEIGHTS, '--uids', '0,1', '--weights', '0,0'], 2, 'WEIGHTS_INVALID'],
    ['a negative weight', [...WEIGHTS, '--uids', '0,1', '--weights=1,-1'], 2, 'WEIGHTS_INVALID'],
    ['one weight too few', [...WEIGHTS, '--uids', '0,1', '--weights', '1'], 2, 'WEIGHTS_INVALID'],
    [
      'a hotkey without uid',
      [...WEIGHTS, '--uids', '0', '--weights', '1', '--wallet-name', 'stranger'],
      5,
      'HOTKEY_NOT_REGISTERED',
    ],
  ])('refuse %s', async (_why, args, exitCode, code) => {
    const refused = await codeOf(args)
    expect(refused).toEqual({ exitCode, code })
  })
})
