/**
 * Goal: what is read from a chain is what the chain's own epoch sees. Method: a subnet made by the
 * program's commands; the state of the block before an epoch is run, and compared with what the
 * chain stored in the block of that epoch.
 *
 * @module
 */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../src/chain/connect.ts'
import { latest, type View, viewAt } from '../../../src/chain/read.ts'
import { runTaoJson } from '../../support/cli.ts'
import { expectSchema } from '../../support/schemas.ts'
import { NETUID, type SubnetHome, subnetHome } from '../../support/subnet.ts'

interface RunJson {
  form: string
  steps: {
    label: string
    block: number
    emission: string
    exact: Record<string, unknown> & { bonds: Record<string, Record<string, unknown>> }
  }[]
}

/** Of a new subnet. */
const TEMPO = 360
const OPTIONS = `--netuid ${NETUID} --yes`

let at: SubnetHome
let view: View
let close: () => Promise<void>
let epochBlock: number

beforeAll(async () => {
  at = await subnetHome([
    `sudo set ${OPTIONS} --param commit_reveal_weights_enabled --value false`,
    `sudo set ${OPTIONS} --param subnet_emission_enabled --value true`,
    'wallet new-hotkey --hotkey miner --quiet',
    'wallet new-hotkey --hotkey other --quiet',
    `subnets register ${OPTIONS} --hotkey miner`,
    `subnets register ${OPTIONS} --hotkey other`,
    `stake add ${OPTIONS} --amount 50 --tolerance 0.5`,
    'chain advance 361',
    `weights set ${OPTIONS} --uids 1,2 --weights 0.75,0.25`,
    'chain advance 800',
  ])
  const dataDir = join(at.home, '.tao', 'chain')
  const client = await connect({ network: 'local', dataDir })
  const now = await latest(client)
  epochBlock = Number(await now.storage<bigint>('SubtensorModule.LastMechansimStepBlock', NETUID))
  view = await viewAt(client, epochBlock)
  close = () => client.close()
}, 120_000)

describe('tao yuma run --from-chain', () => {
  it('gives what the chain stored in the next block', async () => {
    const stored = async (name: string): Promise<unknown> =>
      view.storage<unknown>(`SubtensorModule.${name}`, NETUID)
    const names = [
      ...['Active', 'Consensus', 'Dividends', 'ValidatorTrust', 'ValidatorPermit', 'StakeWeight'],
    ]
    const values = await Promise.all(names.map(stored))
    const incentive = await stored('Incentive')
    const bonds = await view.entries<[number, number], unknown>('SubtensorModule.Bonds', NETUID)
    await close()

    const block = String(epochBlock - 1)
    const args = ['yuma', 'run', '--from-chain', '--netuid', String(NETUID), '--block', block]
    const result = await runTaoJson<RunJson>(args, at)
    expectSchema('yuma run', result)
    const [step] = result.steps
    expect(result.form).toBe('chain')
    expect(step).toMatchObject({
      block: epochBlock,
      label: `subnet ${NETUID} after block ${block}`,
    })
    names.forEach((name, i) => {
      const field = name.charAt(0).toLowerCase() + name.slice(1)
      expect(step?.exact[field], name).toEqual(values[i])
    })
    expect(step?.exact['incentive']).toEqual({ '0': incentive })
    // Three quarters of the weight, and something is at stake at all.
    expect((incentive as number[])[1]).toBeGreaterThan(49_000)
    for (const { keys, value } of bonds) {
      expect(step?.exact.bonds['0']?.[String(keys[1])]).toEqual(value)
    }
    expect(BigInt(step?.emission ?? 0)).toBeGreaterThan(0n)
  })

  it('hands out what a whole tempo pays, less the owner cut, or what is pending', async () => {
    const emissionOf = async (...more: string[]): Promise<bigint> => {
      const args = ['yuma', 'run', '--from-chain', '--netuid', String(NETUID), ...more]
      const { steps } = await runTaoJson<RunJson>(args, at)
      return BigInt(steps[0]?.emission ?? 0)
    }
    const tempo = await emissionOf('--block', String(epochBlock - 1))
    // A block pays at most 1 alpha, of which 18 % are the owner's.
    expect(tempo % BigInt(TEMPO)).toBe(0n)
    expect(tempo / BigInt(TEMPO)).toBeGreaterThan(800_000_000n)
    expect(tempo / BigInt(TEMPO)).toBeLessThanOrEqual(820_004_578n)
    const pending = await emissionOf('--block', String(epochBlock), '--emission', 'pending')
    expect(pending).toBe(0n)
  })

  it('compares a live subnet with variants', async () => {
    const args = ['yuma', 'compare', '--from-chain', '--netuid', String(NETUID), '--epochs', '2']
    const variant = ['--emission', '100', '--variant', 'weights.0=2:1']
    const { variants } = await runTaoJson<{ variants: { neurons: { change: string }[] }[] }>(
      [...args, ...variant],
      at,
    )
    const changes = variants[1]?.neurons.map(({ change }) => BigInt(change)) ?? []
    expect(changes[1]).toBeLessThan(0n)
    expect(changes[2]).toBeGreaterThan(0n)
  })
})
