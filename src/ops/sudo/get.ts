/**
 * The hyperparameters of a subnet, in btcli's shape.
 *
 * Source: ../shared/spec/cli.md section 10, ../shared/spec/runtime-api.md (SubnetHyperparamsV2, V3).
 *
 * @module
 */

import type { Client } from '../../chain/connect.ts'
import { latest, type View } from '../../chain/read.ts'
import { formatTao } from '../../primitives/amount.ts'
import { subnetNotFound } from '../errors.ts'
import { utf8 } from '../subnets/subnet-info.ts'
import { fixedNumber, taoNumber, u16Share } from '../units.ts'
import { PARAMETERS, type Setter } from './parameters.ts'

/** An amount as btcli writes it where both units matter. */
interface BothUnits {
  readonly rao: string
  readonly tao: number
}

export interface HyperparameterJson {
  readonly hyperparameter: string
  readonly value: number | boolean | string | BothUnits
  readonly normalized_value: number | boolean | string | BothUnits
  readonly owner_settable: boolean
  readonly description: string
  readonly side_effects: string
  readonly docs_link: string
}

/** A value as a runtime answers it. */
type RawValue = number | bigint | boolean | { readonly bits: bigint }

type Entry = readonly [name: string, value: RawValue]

const DOCS = 'https://docs.learnbittensor.org/subnets/subnet-hyperparameters'
const U64_MAX = 18_446_744_073_709_551_615n
const OF_U16 = new Set([
  'kappa',
  'max_weight_limit',
  'max_weights_limit',
  'alpha_high',
  'alpha_low',
])
const OF_U64 = new Set(['adjustment_alpha', 'min_difficulty', 'max_difficulty', 'difficulty'])
const OF_TAO = new Set(['min_burn', 'max_burn'])
/** Bits after the point where a value has any. */
const FRACTION: Readonly<Record<string, number>> = {
  alpha_sigmoid_steepness: 32,
  burn_increase_mult: 64,
}
const NAME_OF_FIELD: Readonly<Record<string, string>> = { yuma_version: 'yuma3_enabled' }

/** @throws TaoError SUBNET_NOT_FOUND */
export async function getHyperparameters(
  client: Client,
  netuid: number,
): Promise<HyperparameterJson[]> {
  const view = await latest(client)
  const entries = await readEntries(view, netuid)
  return entries.map(toJson).sort((a, b) => (a.hyperparameter < b.hyperparameter ? -1 : 1))
}

async function readEntries(view: View, netuid: number): Promise<Entry[]> {
  const { api } = view.client
  if (api.call['subnetInfoRuntimeApi']?.['getSubnetHyperparamsV3'] !== undefined) {
    const found = await view.api<
      readonly { name: string; value: Record<string, RawValue> }[] | null
    >('SubnetInfoRuntimeApi.get_subnet_hyperparams_v3', netuid)
    if (found === null) throw subnetNotFound(netuid)
    return found.map(({ name, value }) => [utf8(name), Object.values(value)[0] ?? 0])
  }
  const fields = await view.api<Record<string, RawValue> | null>(
    'SubnetInfoRuntimeApi.get_subnet_hyperparams_v2',
    netuid,
  )
  if (fields === null) throw subnetNotFound(netuid)
  return Object.entries(fields).map(([name, value]) => [snake(name), value])
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function toJson([name, raw]: Entry): HyperparameterJson {
  const parameter = PARAMETERS[NAME_OF_FIELD[name] ?? name]
  return {
    hyperparameter: name,
    value: OF_TAO.has(name) && typeof raw === 'bigint' ? bothUnits(raw) : plainValue(name, raw),
    normalized_value: normalised(name, raw),
    owner_settable: parameter?.setter === 'owner',
    description: parameter?.about ?? '',
    side_effects: '',
    docs_link: `${DOCS}#${name.replaceAll('_', '')}`,
  }
}

function plainValue(name: string, raw: RawValue): number | boolean | string {
  if (typeof raw === 'object') return fixedNumber(raw.bits, FRACTION[name] ?? 64)
  return typeof raw === 'bigint' ? raw.toString() : raw
}

function normalised(name: string, raw: RawValue): HyperparameterJson['value'] {
  if (OF_U16.has(name) && typeof raw === 'number') return u16Share(raw)
  if (typeof raw !== 'bigint') return plainValue(name, raw)
  if (OF_TAO.has(name)) return bothUnits(raw)
  if (OF_U64.has(name)) return Number((raw * 1_000_000_000n) / U64_MAX) / 1_000_000_000
  if (name === 'bonds_moving_avg') return Number(raw) / 1_000_000
  return raw.toString()
}

function bothUnits(rao: bigint): BothUnits {
  return { rao: rao.toString(), tao: taoNumber(rao) }
}

/** Columns of the table. */
export const HYPERPARAMETER_COLUMNS = [
  { title: 'HYPERPARAMETER' },
  { title: 'VALUE', numeric: true },
  { title: 'NORMALIZED', numeric: true },
  { title: 'SET BY' },
  { title: 'WHAT IT IS', spare: true },
]

const SETTER_WORDS: Readonly<Record<Setter, string>> = { owner: 'owner or root', root: 'root' }

/** Texts of the table. */
export function hyperparameterRows(list: readonly HyperparameterJson[]): string[][] {
  return list.map(({ hyperparameter, value, normalized_value, description }) => [
    hyperparameter,
    typeof value === 'object' ? value.rao : String(value),
    typeof normalized_value === 'object'
      ? `${formatTao(BigInt(normalized_value.rao))} TAO`
      : shortNumber(normalized_value),
    SETTER_WORDS[PARAMETERS[hyperparameter]?.setter ?? 'root'],
    description,
  ])
}

/** Shares of 65535 have endless digits; six decimals tell each from its neighbour. */
function shortNumber(value: number | boolean | string): string {
  return typeof value === 'number' ? String(Number(value.toFixed(6))) : String(value)
}
