/**
 * The plain form of a subnet: decimals, names and whole matrices, in YAML or JSON.
 *
 * ```yaml
 * names: [alice, bob, carol]
 * stake: [600, 400, 0]
 * weights:
 *   alice: [0, 0, 1]
 *   bob: { carol: 1 }
 * kappa: 0.5
 * ```
 *
 * What is left out has the value of a new subnet whose epochs have run before: `words.ts` says which.
 * A field that is not known is refused.
 *
 * @module
 */
import { Document, parseDocument } from 'yaml'
import {
  type AccountKey,
  type EpochInput,
  runStep,
  type StoredRow,
  UIDS_MAX,
} from '../../../local-chain/yuma/index.ts'
import { nearest } from '../../primitives/nearest.ts'
import type { CsvMatrix } from './csv.ts'
import { flag, units } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import { checkParameters, DEFAULT_PARAMETERS, PARAMETERS, setParameter } from './parameters.ts'
import { bondRow, namedCells, weightCells, weightRow } from './rows.ts'
import { type Setup, uidOf, withElement, withRow } from './setup.ts'
import { FIELD_MEANINGS } from './words.ts'

/** Changes by the name of a variant: see `changes.ts`. */
export type Variants = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A subnet in the plain form. */
export interface PlainSubnet {
  readonly setup: Setup
  readonly epochs: number | undefined
  readonly variants: Variants
}

/** The same bound as `--epochs`. */
const EPOCHS_MAX = 10_000n

/** A parsed text takes hundreds of times its size. */
const YAML_MIB_MAX = 4

/** Parsed YAML in which every scalar is its text, so no number is rounded on the way. */
type Node = string | null | readonly Node[] | { readonly [key: string]: Node }

/** @throws TaoError INVALID_EPOCH */
export function parsePlainText(text: string, file: string): Node {
  if (text.trim() === '') throw invalidEpoch(file, 'is empty')
  if (text.length > YAML_MIB_MAX * 1024 * 1024) {
    const rule = `is larger than ${YAML_MIB_MAX} MiB: put the matrix into a CSV file and name it under weights`
    throw invalidEpoch(file, rule)
  }
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true })
  const [error] = document.errors
  if (error !== undefined) throw invalidEpoch(file, error.message.split('\n')[0] ?? 'no YAML')
  return document instanceof Document ? (document.toJS({ maxAliasCount: 0 }) as Node) : null
}

/**
 * @param readMatrix  reads a CSV file named in the form
 * @throws TaoError INVALID_EPOCH
 */
export function plainSubnet(
  node: Node,
  file: string,
  readMatrix: (name: string) => CsvMatrix,
): PlainSubnet {
  const fields = mapping(node, file)
  const unknown = Object.keys(fields).find(
    (key) => !Object.hasOwn(FIELD_MEANINGS, key) && !Object.hasOwn(PARAMETERS, key),
  )
  if (unknown !== undefined) {
    const known = [...Object.keys(FIELD_MEANINGS), ...Object.keys(PARAMETERS)]
    const rule = `unknown field ${JSON.stringify(unknown)}; there are: ${known.join(', ')}`
    throw invalidEpoch(file, rule, nearest(unknown, known))
  }
  const given = fields['weights']
  const matrix = typeof given === 'string' ? readMatrix(given) : undefined
  const stake = matrix?.stake ?? textList(fields['stake'], `${file}, stake`)
  const n = stake.length
  checkCount(n, file)
  const perNeuron = (name: string, found: readonly string[] | undefined): readonly string[] => {
    const texts = found ?? textList(fields[name], `${file}, ${name}`)
    if (texts.length !== n) {
      const rule = `has ${texts.length} elements, but stake has ${n}`
      throw invalidEpoch(`${file}, ${name}`, rule)
    }
    return texts
  }
  const optional = <T>(name: string, read: (text: string, where: string) => T): T[] | undefined =>
    fields[name] === undefined
      ? undefined
      : perNeuron(name, undefined).map((text, i) => read(text, `${file}, ${name}, element ${i}`))
  const whole = (text: string, where: string): bigint => units(text, where, 0)
  const scalar = (name: string): string | undefined => {
    const value = fields[name]
    if (value === undefined || typeof value === 'string') return value
    throw invalidEpoch(`${file}, ${name}`, 'must be a single value')
  }

  const rao = (texts: readonly string[], name: string): Map<AccountKey, bigint> =>
    new Map(texts.map((text, uid) => [uid, units(text, `${file}, ${name}, element ${uid}`, 9)]))
  const hasRoot = matrix?.rootStake !== undefined || fields['rootStake'] !== undefined
  const names = matrix?.names ?? (fields['names'] ? perNeuron('names', undefined) : [])
  checkNames(names, file)

  let input: EpochInput<AccountKey> = {
    ...DEFAULT_PARAMETERS,
    n,
    block: 0n,
    lastMechanismStepBlock: 0n,
    hotkeys: Array.from({ length: n }, (_, uid) => uid),
    ownerHotkey: undefined,
    blockAtRegistration: optional('blockAtRegistration', whole) ?? stake.map(() => 0n),
    validatorPermit: optional('validatorPermit', flag) ?? [],
    alpha: rao(stake, 'stake'),
    rootStake: hasRoot ? rao(perNeuron('rootStake', matrix?.rootStake), 'rootStake') : new Map(),
    parents: new Map(),
    children: new Map(),
    currentEpoch: 100n,
    mechanismCount: 1,
    mechanismEmissionSplit: undefined,
    mechanisms: [],
  }
  for (const name of Object.keys(PARAMETERS)) {
    const text = scalar(name)
    if (text !== undefined) input = setParameter(input, name, text, `${file}, ${name}`)
  }
  checkParameters(input, file)
  const block = scalar('block')
  input = {
    ...input,
    block: block === undefined ? BigInt(input.tempo) * 100n : whole(block, `${file}, block`),
  }
  const before = input.block > BigInt(input.tempo) ? input.block - BigInt(input.tempo) : 0n
  const emission = units(scalar('emission') ?? '1', `${file}, emission`, 9)
  const bare: Setup = {
    step: { call: 'epoch_with_mechanisms', mecid: 0, emission, input },
    names: Array.from(names),
  }
  const owner = scalar('owner')
  const mechanism = {
    lastUpdate: optional('lastUpdate', whole) ?? stake.map(() => before),
    weights: matrix
      ? rowsOfCsv(matrix, n, `${file}, weights`)
      : rows(given, bare, `${file}, weights`, weightRowOf),
    bonds: rows(fields['bonds'], bare, `${file}, bonds`, bondRowOf),
    weightCommits: [],
    timelockedCommits: [],
  }
  input = {
    ...input,
    lastMechanismStepBlock: before,
    ownerHotkey: owner === undefined ? undefined : uidOf(bare, owner, `${file}, owner`),
    mechanisms: [mechanism],
  }
  if (fields['validatorPermit'] === undefined) input = withEarnedPermits(input)
  const epochs = scalar('epochs')
  return {
    setup: { ...bare, step: { ...bare.step, input } },
    epochs:
      epochs === undefined ? undefined : Number(units(epochs, `${file}, epochs`, 0, EPOCHS_MAX)),
    variants: variantsOf(fields['variants'], file),
  }
}

/** A subnet whose whole description is a CSV file with a column of stake. */
export function csvSubnet(matrix: CsvMatrix, file: string): PlainSubnet {
  if (matrix.stake === undefined) {
    const rule =
      'a matrix alone says nothing of stake: add a stake column, or name it in a YAML file'
    throw invalidEpoch(file, rule)
  }
  return plainSubnet({ weights: file }, file, () => matrix)
}

/** Permits as an epoch over this stake would issue them. */
export function withEarnedPermits(input: EpochInput<AccountKey>): EpochInput<AccountKey> {
  const step = { call: 'epoch_with_mechanisms', mecid: 0, emission: 0n, input } as const
  return { ...input, validatorPermit: runStep(step).writes.validatorPermit }
}

type ReadRow = (node: Node, setup: Setup, place: string) => StoredRow

const weightRowOf: ReadRow = (node, setup, place) => {
  const { n } = setup.step.input
  if (Array.isArray(node)) return weightRow(weightCells(textList(node, place), n, place))
  const entries = Object.entries(mapping(node, place)).map(
    ([whom, value]) => [whom, oneText(value, `${place}, column ${whom}`)] as const,
  )
  return weightRow(namedCells(setup, entries, place))
}

const bondRowOf: ReadRow = (node, setup, place) => {
  const { n } = setup.step.input
  if (Array.isArray(node)) return bondRow(textList(node, place), n, place)
  const texts = Array.from({ length: n }, () => '0')
  const filled = Object.entries(mapping(node, place)).reduce((found, [whom, value]) => {
    const column = uidOf(setup, whom, place)
    return withElement(found, column, oneText(value, `${place}, column ${whom}`), '0')
  }, texts)
  return bondRow(filled, n, place)
}

/** A matrix (one row for each neuron), or rows by neuron. */
function rows(
  node: Node | undefined,
  setup: Setup,
  place: string,
  read: ReadRow,
): (StoredRow | undefined)[] {
  if (node === undefined) return []
  const { n } = setup.step.input
  const label = (uid: number): string => {
    const name = setup.names[uid]
    return `${place}, row ${uid}${name === undefined ? '' : ` (${name})`}`
  }
  if (Array.isArray(node)) {
    if (node.length !== n) {
      throw invalidEpoch(place, `has ${node.length} rows, but there are ${n} neurons`)
    }
    return node.map((row: Node, uid) => read(row, setup, label(uid)))
  }
  let found: (StoredRow | undefined)[] = []
  for (const [who, row] of Object.entries(mapping(node, place))) {
    const uid = uidOf(setup, who, place)
    if (found[uid] !== undefined) throw invalidEpoch(label(uid), 'is given twice')
    found = withRow(found, uid, read(row, setup, label(uid)))
  }
  return found
}

/** Rows of weights of a CSV file; a uid without a line has none. */
export function rowsOfCsv(matrix: CsvMatrix, n: number, place: string): (StoredRow | undefined)[] {
  if (matrix.n !== n) {
    throw invalidEpoch(place, `has ${matrix.n} columns, but there are ${n} neurons`)
  }
  return matrix.rows.map((texts, uid) =>
    texts === undefined ? undefined : weightRow(weightCells(texts, n, `${place}, row ${uid}`)),
  )
}

function variantsOf(node: Node | undefined, file: string): Variants {
  if (node === undefined) return {}
  const entries = Object.entries(mapping(node, `${file}, variants`)).map(([name, changes]) => {
    const place = `${file}, variants, ${name}`
    const texts = Object.entries(mapping(changes, place)).map(
      ([key, value]) => [key, oneText(value, `${place}, ${key}`)] as const,
    )
    return [name, Object.fromEntries(texts)] as const
  })
  return Object.fromEntries(entries)
}

function checkCount(n: number, file: string): void {
  if (n === 0) throw invalidEpoch(`${file}, stake`, 'there is no neuron')
  if (n > UIDS_MAX) {
    throw invalidEpoch(`${file}, stake`, `has ${n} neurons; at most ${UIDS_MAX} are possible`)
  }
}

/** Names are told apart from uids and from the signs of options. */
function checkNames(names: readonly string[], file: string): void {
  names.forEach((name, uid) => {
    const place = `${file}, names, element ${uid}`
    if (!/^[A-Za-z_][\w-]*$/.test(name)) {
      throw invalidEpoch(place, `${JSON.stringify(name)} must be letters, digits, - and _`)
    }
    if (names.indexOf(name) !== uid) throw invalidEpoch(place, `${name} is there already`)
  })
}

function mapping(node: Node | undefined, place: string): { readonly [key: string]: Node } {
  if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
    return node as { readonly [key: string]: Node }
  }
  throw invalidEpoch(place, 'must be fields with values')
}

function textList(node: Node | undefined, place: string): string[] {
  if (node === undefined) throw invalidEpoch(place, 'is missing')
  if (!Array.isArray(node)) throw invalidEpoch(place, 'must be a list')
  return node.map((item: Node, i) => oneText(item, `${place}, element ${i}`))
}

function oneText(node: Node | undefined, place: string): string {
  if (typeof node === 'string') return node
  throw invalidEpoch(place, 'must be a single value')
}
