/**
 * Goal: hyperparameters are set by who may set them, and refusals say what to do. Method: the built
 * program on the local chain of a fresh home.
 *
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { runTao, runTaoJson } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'
import { type SubnetHome, subnetHome } from '../support/subnet.ts'

const OFF = ['sudo', 'set', '--netuid', '2', '--param', 'commit_reveal_weights_enabled', '--value']

let at: SubnetHome
beforeAll(async () => {
  at = await subnetHome([
    'sudo set --netuid 2 --param commit_reveal_weights_enabled --value false --yes',
    'wallet create --wallet-name stranger --no-use-password --quiet',
  ])
}, 60_000)

async function codeOf(args: readonly string[]): Promise<{ exitCode: number; code: string }> {
  const run = await runTao([...args, '--json'], at)
  const { error } = JSON.parse(run.stdout) as { error: { code: string } }
  return { exitCode: run.exitCode, code: error.code }
}

describe('tao sudo', () => {
  it('reports what was set', async () => {
    const list = await runTaoJson<{ hyperparameter: string; value: unknown }[]>(
      ['sudo', 'get', '--netuid', '2'],
      at,
    )
    expectSchema('sudo get', list)
    const value = (name: string) => list.find((one) => one.hyperparameter === name)?.value
    expect(value('commit_reveal_weights_enabled')).toBe(false)
    expect(value('tempo')).toBe(360)
    expect(value('min_burn')).toEqual({ rao: '500000', tao: 0.0005 })
  })

  it('lets root set what only root may, through the sudo key', async () => {
    const set = ['sudo', 'set', '--netuid', '2', '--param', 'weights_rate_limit', '--value', '5']
    expect(await runTaoJson<unknown>([...set, '--yes'], at)).toMatchObject({ as_root: true })
    const stranger = [...set, '--yes', '--wallet-name', 'stranger']
    expect(await codeOf(stranger)).toEqual({ exitCode: 5, code: 'NOT_SUDO_KEY' })
    const owned = [...OFF, 'true', '--yes', '--wallet-name', 'stranger']
    expect(await codeOf(owned)).toEqual({ exitCode: 5, code: 'NOT_SUBNET_OWNER' })
  })

  it.each([
    [
      'an unknown parameter',
      ['sudo', 'set', '--netuid', '2', '--param', 'kapa', '--value', '1', '--yes'],
      2,
      'PARAMETER_UNKNOWN',
    ],
    [
      'a value out of range',
      ['sudo', 'set', '--netuid', '2', '--param', 'kappa', '--value', '65536', '--yes'],
      2,
      'INVALID_VALUE',
    ],
    [
      'a subnet parameter without subnet',
      ['sudo', 'set', '--param', 'kappa', '--value', '1', '--yes'],
      2,
      'MISSING_OPTION',
    ],
  ])('refuses %s', async (_why, args, exitCode, code) => {
    const refused = await codeOf(args)
    expect(refused).toEqual({ exitCode, code })
  })

  it('says when parameters are frozen before an epoch', async () => {
    const status = await runTaoJson<{ block: number }>(['chain', 'status'], at)
    await runTao(['chain', 'advance', String(355 - (status.block % 360))], at)
    const set = ['sudo', 'set', '--netuid', '2', '--param', 'immunity_period', '--value', '7']
    expect(await codeOf([...set, '--yes'])).toEqual({ exitCode: 5, code: 'ADMIN_WINDOW_CLOSED' })
  })
})
