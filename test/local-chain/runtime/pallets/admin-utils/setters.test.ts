/**
 * Goal: every setter is what the table of ../shared/spec/hyperparameters.md section 2 says: index,
 * arguments, who may call it, which clock, freeze window and subnet check it has, which event it emits.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Origin, ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { callName } from '../../../../../local-chain/frame/runtime.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/admin-utils/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/admin-utils/errors.ts'
import { errors as subtensorErrors } from '../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { eventNames, expectNoop, type TestChain } from '../../../../support/runtime.ts'
import { hasShared, sharedPath } from '../../../../support/shared.ts'
import { minerHotkey, NETUID, owner, withSubnet } from '../subtensor/subnets/subnet-chain.ts'

interface Row {
  readonly index: number
  readonly name: string
  readonly args: string[]
  readonly types: string[]
  readonly who: string
  readonly clock: string
  readonly freezes: boolean
  readonly exists: boolean
  readonly event: string
}

/** Calls of the table that set no parameter: `authorities.test.ts`. */
const OTHERS = [0, 59]

function tableRows(): Row[] {
  const page = readFileSync(sharedPath('spec/hyperparameters.md'), 'utf8')
  const section = page.slice(page.indexOf('## 2. AdminUtils calls'), page.indexOf('## 3. '))
  const rows: Row[] = []
  for (const line of section.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim())
    const index = /^(\d+)( N)?$/.exec(cells[1] ?? '')
    if (index === null || OTHERS.includes(Number(index[1]))) continue
    const [name, args, who, clock, freezes, exists, , event] = cells.slice(2) as string[]
    const fields = (args ?? '')
      .replace(/\{.*\}/, '')
      .trim()
      .split(', ')
      .map((field) => field.split(' '))
    rows.push({
      index: Number(index[1]),
      name: name ?? '',
      args: fields.map(([field]) => (field === 'n' ? 'netuid' : (field ?? ''))),
      types: fields.slice(fields[0]?.[0] === 'n' ? 1 : 0).map(([, type]) => type ?? ''),
      who: who ?? '',
      clock: clock ?? '',
      freezes: freezes === 'F',
      exists: exists === 'X',
      event: event ?? '',
    })
  }
  return rows
}

/** A value that each call accepts, where the type alone does not give one. */
const VALUES: Record<string, unknown[]> = {
  sudo_set_activity_cutoff: [400],
  sudo_set_alpha_values: [2_000, 3_000],
  sudo_set_burn_increase_mult: [2n << 64n],
  sudo_set_commit_reveal_weights_interval: [2n],
  sudo_set_max_allowed_uids: [200],
  sudo_set_max_burn: [200_000_000n],
  sudo_set_mechanism_count: [1],
  sudo_set_mechanism_emission_split: [[65_535]],
  sudo_set_min_burn: [600_000n],
  sudo_set_owner_immune_neuron_limit: [3],
  sudo_set_recycle_or_burn: ['Recycle'],
  sudo_set_sn_owner_hotkey: [minerHotkey],
  sudo_set_subnet_owner_hotkey: [minerHotkey],
  sudo_set_tao_flow_normalization_exponent: [1n << 64n],
  sudo_toggle_evm_precompile: ['Staking', false],
}

const BY_TYPE: Record<string, unknown> = {
  u8: 2,
  u16: 99,
  u32: 99,
  u64: 99n,
  i16: 99,
  bool: true,
  TaoBalance: 99n,
  MechId: 2,
  I96F32: 99n,
  I64F64: 99n,
}

const rows = hasShared ? tableRows() : []
const byIndex = new Map(
  Object.entries(calls)
    .filter(([, call]) => !OTHERS.includes(call.index))
    .map(([property, call]) => [call.index, { property, call }]),
)

function callOf(row: Row) {
  const entry = byIndex.get(row.index)
  if (entry === undefined) throw new Error(`no call ${row.index}`)
  return entry
}

function run(chain: TestChain, row: Row, origin: Origin, netuid = NETUID): void {
  const { call } = callOf(row)
  const values = VALUES[row.name] ?? row.types.map((type) => BY_TYPE[type])
  const names = call.fields.map(({ name }) =>
    (name ?? '').replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  )
  const all = row.args[0] === 'netuid' ? [netuid, ...values] : values
  call.run(chain.ctx, origin, Object.fromEntries(names.map((name, i) => [name, all[i]])))
}

/** Netuid 2 with 100 neurons, an epoch every 10 blocks, and no freeze window. */
function openChain(): TestChain {
  const chain = withSubnet()
  const s = chain.ctx.storage.subtensor
  s.subnetworkN.set(NETUID, 100)
  s.tempo.set(NETUID, 10)
  s.adminFreezeWindow.set(0)
  s.liquidAlphaOn.set(NETUID, true)
  s.minAllowedUids.set(NETUID, 60)
  chain.ctx.blockNumber = 1_000_000
  chain.commit()
  return chain
}

/** Blocks that an owner waits on the clocks of the page's section 1, at tempo 10. */
const WAITS: Record<string, number> = { H: 20, T4: 50, T7: 7_200, T8: 7_200, T9: 216_000 }

describe.skipIf(!hasShared)('the table of AdminUtils', () => {
  it('has every call, by index, name and arguments', () => {
    expect([...byIndex.keys()].sort((a, b) => a - b)).toEqual(rows.map(({ index }) => index))
    for (const row of rows) {
      const { property, call } = callOf(row)
      expect(callName(property, call)).toBe(row.name)
      expect(call.fields.map(({ name }) => name)).toEqual(row.args)
    }
  })

  const settable = rows.filter(({ who }) => who !== 'any')

  it.each(settable)('$name: root sets it', (row) => {
    const chain = openChain()
    run(chain, row, ROOT)
    const wanted = row.event === '-' ? [] : row.event.split(', ')
    const full = wanted.map((event) =>
      event.startsWith('AU.') ? `AdminUtils.${event.slice(3)}` : `SubtensorModule.${event}`,
    )
    expect(eventNames(chain)).toEqual(full)
  })

  it.each(settable)('$name: nobody else may', (row) => {
    const chain = openChain()
    expectNoop(chain, () => run(chain, row, signed(minerHotkey)), 'BadOrigin')
    if (row.who === 'R') expectNoop(chain, () => run(chain, row, signed(owner)), 'BadOrigin')
  })

  it.each(settable.filter(({ freezes }) => freezes))('$name: not before an epoch', (row) => {
    const chain = openChain()
    const s = chain.ctx.storage.subtensor
    s.adminFreezeWindow.set(5)
    s.lastEpochBlock.set(NETUID, 1_000_000n - 6n)
    const failure = subtensorErrors.AdminActionProhibitedDuringWeightsWindow
    expectNoop(chain, () => run(chain, row, ROOT), failure)
    s.lastEpochBlock.set(NETUID, 1_000_000n - 5n)
    run(chain, row, ROOT)
  })

  it.each(settable.filter(({ exists }) => exists))('$name: only on a subnet', (row) => {
    const chain = openChain()
    expectNoop(chain, () => run(chain, row, ROOT, 9), errors.SubnetDoesNotExist)
  })

  const owned = settable.filter(({ who, clock }) => who === 'O/R' && /^[HT]\d+$/.test(clock))

  it.each(owned)('$name: the owner waits $clock', (row) => {
    const chain = openChain()
    const wait = WAITS[row.clock] ?? WAITS[row.clock.slice(0, 1)] ?? 0
    run(chain, row, signed(owner))
    chain.ctx.blockNumber += wait - 1
    const failure = subtensorErrors.TxRateLimitExceeded
    expectNoop(chain, () => run(chain, row, signed(owner)), failure)
    run(chain, row, ROOT)
    chain.ctx.blockNumber += 1
    run(chain, row, signed(owner))
  })

  it('gives each hyperparameter a clock of its own, under its number', () => {
    for (const row of owned.filter(({ clock }) => clock.startsWith('H'))) {
      const chain = openChain()
      run(chain, row, signed(owner))
      const keys = chain.ctx.storage.subtensor.lastRateLimitedBlock
        .keys()
        .filter(({ type }) => type === 'OwnerHyperparamUpdate')
      expect(keys, row.name).toHaveLength(1)
      const raw = chain.ctx.storage.subtensor.lastRateLimitedBlock.rawKey(keys[0] as never)
      // Variant 1, netuid, number of the hyperparameter.
      const number = Number(row.clock.slice(1)).toString(16).padStart(2, '0')
      expect(raw.slice(-8)).toBe(`010200${number}`)
    }
  })
})
