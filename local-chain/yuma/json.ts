/**
 * The epoch's input as JSON, checked field by field, and back.
 *
 * Source: ../shared/vectors/README.md ("yuma/", `input`). u64 values are decimal strings (numbers
 * that JSON carries exactly are read too), accounts are whole numbers or 64 hex digits, one kind
 * in a file.
 *
 * @module
 */
import { U16Pairs } from '../frame/u16-pairs.ts'
import type { AccountKey, EpochInput, MechanismInput, StakeShare, StoredRow } from './input.ts'
import {
  bool,
  byUid,
  EpochInputError,
  fieldsOf,
  i16,
  integer,
  type JsonObject,
  list,
  objectOf,
  pair,
  type Read,
  shown,
  UIDS_MAX,
  u8,
  u16,
  u32,
  u64,
} from './json-check.ts'

type ByMecid<T> = Readonly<Record<string, T>>
type RowsJson = Readonly<Record<string, PairsJson>>

/** A row of weights or bonds: columns and values in stored order. */
export type PairsJson = readonly (readonly [column: number, value: number])[]
type SharesJson = Readonly<Record<string, readonly (readonly [string, AccountKey])[]>>

/** The `input` object: one subnet. A hotkey or row that is absent is zero or empty. */
export interface EpochInputJson {
  readonly n: number
  readonly block: number | string
  readonly tempo: number
  readonly lastMechanismStepBlock: number | string
  readonly activityCutoffFactorMilli: number
  /** By uid; null where nobody holds the uid. */
  readonly hotkeys: readonly (AccountKey | null)[]
  readonly ownerHotkey: AccountKey | null
  readonly blockAtRegistration: readonly (number | string)[]
  readonly validatorPermit: readonly boolean[]
  readonly maxAllowedValidators: number
  readonly kappa: number
  readonly bondsMovingAverage: string
  readonly bondsPenalty: number
  readonly liquidAlpha: boolean
  readonly yuma3: boolean
  readonly alphaValues: readonly [low: number, high: number]
  readonly alphaSigmoidSteepness: number
  readonly stakeThreshold: string
  readonly taoWeight: string
  /** Rao by hotkey. */
  readonly alpha: Readonly<Record<string, string>>
  readonly rootStake: Readonly<Record<string, string>>
  readonly parents: SharesJson
  readonly children: SharesJson
  readonly commitReveal: boolean
  readonly currentEpoch: number | string
  readonly revealPeriod: number | string
  readonly weightCommits: ByMecid<readonly (readonly [AccountKey, readonly BlockPair[]])[]>
  readonly timelockedCommits: ByMecid<
    readonly (readonly [number | string, readonly (readonly [AccountKey, number | string])[]])[]
  >
  readonly mechanismCount: number
  readonly mechanismEmissionSplit: readonly number[] | null
  readonly lastUpdate: ByMecid<readonly (number | string)[]>
  readonly weights: ByMecid<RowsJson>
  readonly bonds: ByMecid<RowsJson>
}

/** Epoch and block of a commit. */
type BlockPair = readonly [commitEpoch: number | string, commitBlock: number | string]

/** Every field; all are required. */
export const INPUT_FIELDS = [
  ...['n', 'block', 'tempo', 'lastMechanismStepBlock', 'activityCutoffFactorMilli', 'hotkeys'],
  ...['ownerHotkey', 'blockAtRegistration', 'validatorPermit', 'maxAllowedValidators', 'kappa'],
  ...['bondsMovingAverage', 'bondsPenalty', 'liquidAlpha', 'yuma3', 'alphaValues'],
  ...['alphaSigmoidSteepness', 'stakeThreshold', 'taoWeight', 'alpha', 'rootStake', 'parents'],
  ...['children', 'commitReveal', 'currentEpoch', 'revealPeriod', 'weightCommits'],
  ...['timelockedCommits', 'mechanismCount', 'mechanismEmissionSplit', 'lastUpdate', 'weights'],
  'bonds',
] as const

/**
 * Typed form of parsed JSON.
 *
 * @param path  where the object was found, for errors
 * @throws EpochInputError
 */
export function epochInputFromJson(json: unknown, path = ''): EpochInput<AccountKey> {
  const fields = fieldsOf(json, path, INPUT_FIELDS)
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const get = <T>(name: string, read: Read<T>): T => read(fields[name], at(name))
  const account = accountReader(fields)
  const byAccount = <T>(name: string, read: Read<T>): Map<AccountKey, T> => {
    const entries = Object.entries(objectOf(fields[name], at(name)))
    return new Map(
      entries.map(([key, value]) => [
        account.ofKey(key, at(name)),
        read(value, `${at(name)}.${key}`),
      ]),
    )
  }
  const shares = list<StakeShare<AccountKey>>(pair(u64, account.read))
  return {
    n: get('n', integer(0, UIDS_MAX)),
    block: get('block', u64),
    tempo: get('tempo', u16),
    lastMechanismStepBlock: get('lastMechanismStepBlock', u64),
    activityCutoffFactorMilli: get('activityCutoffFactorMilli', u32),
    hotkeys: get('hotkeys', byUid(orAbsent(account.read))),
    ownerHotkey: get('ownerHotkey', orAbsent(account.read)),
    blockAtRegistration: get('blockAtRegistration', byUid(u64)),
    validatorPermit: get('validatorPermit', byUid(bool)),
    maxAllowedValidators: get('maxAllowedValidators', u16),
    kappa: get('kappa', u16),
    bondsMovingAverage: get('bondsMovingAverage', u64),
    bondsPenalty: get('bondsPenalty', u16),
    liquidAlpha: get('liquidAlpha', bool),
    yuma3: get('yuma3', bool),
    alphaValues: get('alphaValues', pair(u16, u16)),
    alphaSigmoidSteepness: get('alphaSigmoidSteepness', i16),
    stakeThreshold: get('stakeThreshold', u64),
    taoWeight: get('taoWeight', u64),
    alpha: byAccount('alpha', u64),
    rootStake: byAccount('rootStake', u64),
    parents: byAccount('parents', shares),
    children: byAccount('children', shares),
    commitReveal: get('commitReveal', bool),
    currentEpoch: get('currentEpoch', u64),
    revealPeriod: get('revealPeriod', u64),
    mechanismCount: get('mechanismCount', u8),
    mechanismEmissionSplit: get('mechanismEmissionSplit', orAbsent(list(u16, 255))),
    mechanisms: mechanismsOf(fields, at, account.read),
  }
}

function mechanismsOf(
  fields: JsonObject,
  at: (name: string) => string,
  account: Read<AccountKey>,
): MechanismInput<AccountKey>[] {
  const names = ['lastUpdate', 'weights', 'bonds', 'weightCommits', 'timelockedCommits']
  const count = Math.max(0, ...names.map((name) => countOf(fields[name], at(name))))
  return Array.from({ length: count }, (_, mecid) => {
    const get = <T>(name: string, read: Read<T>, absent: T): T => {
      const value = objectOf(fields[name], at(name))[String(mecid)]
      return value === undefined ? absent : read(value, `${at(name)}.${mecid}`)
    }
    return {
      lastUpdate: get('lastUpdate', byUid(u64), []),
      weights: get('weights', rows, []),
      bonds: get('bonds', rows, []),
      weightCommits: get('weightCommits', list(pair(account, list(pair(u64, u64)))), []),
      timelockedCommits: get('timelockedCommits', list(pair(u64, list(pair(account, u64)))), []),
    }
  })
}

/** One more than the highest mechanism that a field names. */
function countOf(value: unknown, path: string): number {
  const keys = Object.keys(objectOf(value, path))
  return Math.max(0, ...keys.map((key) => slot(key, path, 'mechanism', 255) + 1))
}

const rows: Read<(StoredRow | undefined)[]> = (value, path) => {
  const found: (StoredRow | undefined)[] = []
  for (const [key, row] of Object.entries(objectOf(value, path))) {
    const uid = slot(key, path, 'row', UIDS_MAX - 1)
    while (found.length < uid) found.push(undefined)
    found[uid] = U16Pairs.of(list(entry, UIDS_MAX)(row, `${path}.${key}`))
  }
  return found
}

/** `[column, value]`; an error names both. */
const entry: Read<readonly [number, number]> = (value, path) => {
  const [column, share] = pair(u16, (found) => found)(value, path)
  return [column, u16(share, `${path} (column ${column})`)]
}

function slot(key: string, path: string, what: string, max: number): number {
  if (!/^(0|[1-9][0-9]{0,3})$/.test(key) || Number(key) > max) {
    throw new EpochInputError(path, `${what} ${shown(key)} is no whole number from 0 to ${max}`)
  }
  return Number(key)
}

function orAbsent<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === null ? undefined : read(value, path))
}

/** Reads accounts of the one kind that the file uses: whole numbers, or 64 hex digits. */
function accountReader(fields: JsonObject): {
  read: Read<AccountKey>
  ofKey: (key: string, path: string) => AccountKey
} {
  const hotkeys = Array.isArray(fields['hotkeys']) ? fields['hotkeys'] : []
  const sample: unknown = hotkeys.find((hotkey: unknown) => hotkey !== null)
  const isHex = typeof sample === 'string'
  const read: Read<AccountKey> = (value, path) => {
    if (isHex) {
      if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value
      throw new EpochInputError(path, `must be an account of 64 hex digits, not ${shown(value)}`)
    }
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
    throw new EpochInputError(path, `must be an account (a whole number), not ${shown(value)}`)
  }
  const ofKey = (key: string, path: string): AccountKey =>
    read(!isHex && /^(0|[1-9][0-9]{0,15})$/.test(key) ? Number(key) : key, path)
  return { read, ofKey }
}

/** JSON of a typed input; `epochInputFromJson` gives it back. */
export function epochInputToJson<K extends AccountKey>(input: EpochInput<K>): EpochInputJson {
  const amounts = (map: ReadonlyMap<K, bigint>): Record<string, string> =>
    Object.fromEntries([...map].map(([key, rao]) => [String(key), String(rao)]))
  const shares = (map: ReadonlyMap<K, readonly StakeShare<K>[]>): SharesJson =>
    Object.fromEntries(
      [...map].map(([key, found]) => [
        String(key),
        found.map(([share, other]) => [String(share), other]),
      ]),
    )
  const byMecid = <T>(read: (mechanism: MechanismInput<K>) => T): Record<string, T> =>
    Object.fromEntries(input.mechanisms.map((one, mecid) => [String(mecid), read(one)]))
  const { mechanisms: _, ...rest } = input
  return {
    ...rest,
    block: blockJson(input.block),
    lastMechanismStepBlock: blockJson(input.lastMechanismStepBlock),
    hotkeys: Array.from(input.hotkeys, (hotkey) => hotkey ?? null),
    ownerHotkey: input.ownerHotkey ?? null,
    blockAtRegistration: input.blockAtRegistration.map(blockJson),
    bondsMovingAverage: String(input.bondsMovingAverage),
    stakeThreshold: String(input.stakeThreshold),
    taoWeight: String(input.taoWeight),
    alpha: amounts(input.alpha),
    rootStake: amounts(input.rootStake),
    parents: shares(input.parents),
    children: shares(input.children),
    currentEpoch: blockJson(input.currentEpoch),
    revealPeriod: blockJson(input.revealPeriod),
    weightCommits: byMecid((one) =>
      one.weightCommits.map(([who, queue]) => [
        who,
        queue.map(([epoch, block]) => [blockJson(epoch), blockJson(block)] as const),
      ]),
    ),
    timelockedCommits: byMecid((one) =>
      one.timelockedCommits.map(([epoch, commits]) => [
        blockJson(epoch),
        commits.map(([who, block]) => [who, blockJson(block)] as const),
      ]),
    ),
    mechanismEmissionSplit: input.mechanismEmissionSplit ?? null,
    lastUpdate: byMecid((one) => one.lastUpdate.map(blockJson)),
    weights: byMecid((one) => rowsJson(one.weights)),
    bonds: byMecid((one) => rowsJson(one.bonds)),
  }
}

function rowsJson(found: readonly (StoredRow | undefined)[]): RowsJson {
  const json: Record<string, PairsJson> = {}
  found.forEach((row, uid) => {
    if (row !== undefined) json[String(uid)] = [...row]
  })
  return json
}

/** A number where JSON carries it exactly. */
function blockJson(block: bigint): number | string {
  return block <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(block) : String(block)
}
