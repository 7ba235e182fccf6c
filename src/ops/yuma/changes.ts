/**
 * What-if: changes to a subnet as `KEY=VALUE`, the same words in options, sweeps and files.
 *
 * | key | value |
 * | --- | --- |
 * | a parameter | its decimal: `kappa=0.6`, `yuma3=false` |
 * | `emission` | alpha per epoch |
 * | `stake.WHO`, `rootStake.WHO` | alpha, TAO |
 * | `weights.WHO` | a whole row: `carol:0.6+dave:0.4`, `0` for none |
 * | `weight.WHO.WHOM` | one weight as a share of the row; the others keep their proportion |
 * | `validator.NAME` | a new validator: `STAKE@ROW` |
 * | `miner.NAME` | a new neuron with this stake and no weights |
 * | `cabal.WHOM` | a new validator with this share of all stake that gives WHOM everything |
 *
 * @module
 */
import {
  type AccountKey,
  type EpochInput,
  type StoredRow,
  stakeWeights,
  U16Pairs,
  UIDS_MAX,
} from '../../../local-chain/yuma/index.ts'
import { nearest } from '../../primitives/nearest.ts'
import { decimalOf, parseFraction, U16_ONE, units } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import { checkParameters, PARAMETERS, setParameter } from './parameters.ts'
import { cellsOfText, weightRow } from './rows.ts'
import {
  mechanismOf,
  type Setup,
  uidOf,
  withElement,
  withInput,
  withMechanism,
  withRow,
} from './setup.ts'

/** One change. */
export type Change = readonly [key: string, value: string]

type Apply = (setup: Setup, target: readonly string[], value: string, where: string) => Setup

const KEYS: Readonly<Record<string, { readonly targets: number; readonly apply: Apply }>> = {
  emission: { targets: 0, apply: setEmission },
  stake: { targets: 1, apply: (...change) => setStake('alpha', ...change) },
  rootStake: { targets: 1, apply: (...change) => setStake('rootStake', ...change) },
  weights: { targets: 1, apply: setRow },
  weight: { targets: 2, apply: setWeight },
  validator: { targets: 1, apply: addValidator },
  miner: { targets: 1, apply: addMiner },
  cabal: { targets: 1, apply: addCabal },
}

/**
 * @param where  of the changes, for errors
 * @throws TaoError INVALID_EPOCH  an unknown key, neuron or value
 */
export function applyChanges(setup: Setup, changes: readonly Change[], where: string): Setup {
  const changed = changes.reduce(
    (found, change) => applyChange(found, change, `${where}, ${change[0]}`),
    setup,
  )
  checkParameters(changed.step.input, where)
  return changed
}

function applyChange(setup: Setup, [key, value]: Change, where: string): Setup {
  const [head = '', ...target] = key.split('.')
  const known = Object.hasOwn(KEYS, head) ? KEYS[head] : undefined
  if (known !== undefined && known.targets === target.length) {
    return known.apply(setup, target, value, where)
  }
  if (known === undefined && target.length === 0 && Object.hasOwn(PARAMETERS, head)) {
    return withInput(setup, setParameter(setup.step.input, head, value, where))
  }
  const keys = ['stake.WHO', 'rootStake.WHO', 'weights.WHO', 'weight.WHO.WHOM', 'validator.NAME']
  const all = [...Object.keys(PARAMETERS), 'emission', ...keys, 'miner.NAME', 'cabal.WHOM']
  const rule = `unknown key ${JSON.stringify(key)}; there are: ${all.join(', ')}`
  throw invalidEpoch(where, rule, nearest(key, all))
}

/**
 * `NAME: KEY=VALUE, KEY=VALUE`; without a name the changes are the name.
 *
 * @throws TaoError INVALID_EPOCH
 */
export function parseVariant(text: string): { name: string; changes: Change[] } {
  // A row has colons too, so a name ends at the first colon before any equals sign.
  const named = /^\s*([^:=]+):\s*(.*)$/s.exec(text)
  const [name, body] = named ? [named[1]?.trim() ?? '', named[2] ?? ''] : [text.trim(), text]
  const changes = body.split(/[,;]/).map((part): Change => {
    const at = part.indexOf('=')
    if (at < 1) {
      const found = JSON.stringify(part.trim())
      // A row is written with plus signs; a comma would end the change.
      const hint = /:/.test(part) ? '; cells of a row are joined by +: weights.WHO=a:0.6+b:0.4' : ''
      throw invalidEpoch('--variant', `${found} is not KEY=VALUE${hint}`)
    }
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
  })
  const keys = changes.map(([key]) => key)
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  if (twice !== undefined) throw invalidEpoch('--variant', `${twice} is given twice`)
  return { name, changes }
}

function setEmission(setup: Setup, _target: readonly string[], value: string, where: string) {
  return { ...setup, step: { ...setup.step, emission: units(value, where, 9) } }
}

function setStake(
  field: 'alpha' | 'rootStake',
  setup: Setup,
  [who = '']: readonly string[],
  value: string,
  where: string,
): Setup {
  const { input } = setup.step
  const hotkey = input.hotkeys[uidOf(setup, who, where)]
  if (hotkey === undefined) throw invalidEpoch(where, `nobody holds uid ${who}`)
  const stakes = new Map(input[field]).set(hotkey, units(value, where, 9))
  return withInput(setup, { ...input, [field]: stakes })
}

function setRow(setup: Setup, [who = '']: readonly string[], value: string, where: string): Setup {
  const uid = uidOf(setup, who, where)
  return withWeights(setup, uid, weightRow(cellsOfText(setup, value, where)))
}

function setWeight(
  setup: Setup,
  [who = '', whom = '']: readonly string[],
  value: string,
  where: string,
): Setup {
  const [uid, column] = [uidOf(setup, who, where), uidOf(setup, whom, where)]
  const share = parseFraction(value, where)
  if (share.num > share.den) throw invalidEpoch(where, `${value} is above 1`)
  const others = [...(mechanismOf(setup).weights[uid] ?? [])].filter(([other]) => other !== column)
  const sum = others.reduce((total, [, weight]) => total + BigInt(weight), 0n)
  if (sum === 0n && share.num !== share.den && share.num !== 0n) {
    throw invalidEpoch(where, 'the row has no other weight to take the rest: use weights.WHO')
  }
  const rest = share.den - share.num
  const cells = others.map(([other, weight]) => {
    return [other, { num: BigInt(weight) * rest, den: sum * share.den }] as const
  })
  const row = weightRow([...(sum === 0n ? [] : cells), [column, share]])
  return withWeights(setup, uid, row)
}

/** New weights count at once: they are as recent as any. */
function withWeights(setup: Setup, uid: number, row: StoredRow): Setup {
  const mechanism = mechanismOf(setup)
  const { block } = setup.step.input
  const before = mechanism.lastUpdate[uid] ?? 0n
  const fresh = block > 0n ? block - 1n : 0n
  return withMechanism(setup, {
    ...mechanism,
    weights: withRow(mechanism.weights, uid, row),
    lastUpdate: withElement(mechanism.lastUpdate, uid, before > fresh ? before : fresh, 0n),
  })
}

function addValidator(
  setup: Setup,
  [name = '']: readonly string[],
  value: string,
  where: string,
): Setup {
  const at = value.indexOf('@')
  if (at === -1) {
    throw invalidEpoch(where, `${JSON.stringify(value)} is not STAKE@ROW, as in 500@carol:1`)
  }
  const grown = addNeuron(setup, name, units(value.slice(0, at), where, 9), true, where)
  const uid = grown.step.input.n - 1
  return withWeights(grown, uid, weightRow(cellsOfText(grown, value.slice(at + 1), where)))
}

function addMiner(setup: Setup, [name = '']: readonly string[], value: string, where: string) {
  return addNeuron(setup, name, units(value, where, 9), false, where)
}

function addCabal(
  setup: Setup,
  [whom = '']: readonly string[],
  value: string,
  where: string,
): Setup {
  const target = uidOf(setup, whom, where)
  const share = parseFraction(value, where)
  if (share.num >= share.den) throw invalidEpoch(where, `${value} leaves nothing to the others`)
  const total = totalStake(setup.step.input)
  const stake = (total * share.num) / (share.den - share.num)
  const taken = setup.names.filter((name) => name?.startsWith('cabal')).length
  const name = taken === 0 ? 'cabal' : `cabal-${taken + 1}`
  const grown = addNeuron(setup, name, stake, true, where)
  const row = U16Pairs.of(share.num === 0n ? [] : [[target, Number(U16_ONE)]])
  return withWeights(grown, grown.step.input.n - 1, row)
}

/** What the stake of all neurons counts, in rao. */
function totalStake(input: EpochInput<AccountKey>): bigint {
  return stakeWeights(input).reduce((sum, bits) => sum + bits, 0n) >> 64n
}

/**
 * One more uid, registered at block 0, so that nothing of it is held back. A validator holds a permit
 * at once; whether it keeps it, the epoch decides.
 */
function addNeuron(setup: Setup, name: string, rao: bigint, permit: boolean, where: string): Setup {
  const { input } = setup.step
  const uid = input.n
  if (uid >= UIDS_MAX) throw invalidEpoch(where, `there are ${UIDS_MAX} neurons already`)
  if (!/^[A-Za-z_][\w-]*$/.test(name)) {
    throw invalidEpoch(where, `the name ${JSON.stringify(name)} must be letters, digits, - and _`)
  }
  if (setup.names.includes(name)) throw invalidEpoch(where, `${name} is there already`)
  if (rao >= 1n << 64n) throw invalidEpoch(where, `a stake of ${decimalOf(rao, 9)} is too much`)
  const hotkey = freshAccount(input)
  const names = withElement(setup.names, uid, name, undefined)
  return withInput(
    { ...setup, names },
    {
      ...input,
      n: uid + 1,
      hotkeys: withElement(input.hotkeys, uid, hotkey, undefined),
      blockAtRegistration: withElement(input.blockAtRegistration, uid, 0n, 0n),
      validatorPermit: withElement(input.validatorPermit, uid, permit, false),
      alpha: new Map(input.alpha).set(hotkey, rao),
    },
  )
}

/** An account that sorts after all others. */
function freshAccount(input: EpochInput<AccountKey>): AccountKey {
  const known = [...input.hotkeys, ...input.alpha.keys()].filter((key) => key !== undefined)
  if (known.some((key) => typeof key === 'string')) {
    return `${'f'.repeat(60)}${input.n.toString(16).padStart(4, '0')}`
  }
  return Math.max(-1, ...known.map(Number)) + 1
}
