/**
 * Where a subnet comes from: a file, or a chain.
 *
 * @module
 */
import { isDeepStrictEqual } from 'node:util'
import {
  type EpochExactJson,
  epochInputToJson,
  exactJson,
  traceJson,
} from '../../../local-chain/yuma/index.ts'
import type { Client } from '../../chain/connect.ts'
import { units } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import { adjusted, type Job, type Loaded, loadFile } from './load.ts'
import type { Setup } from './setup.ts'
import type { Frame } from './simulate.ts'

/** Options of the commands, as they were given. */
export interface SourceOptions {
  readonly file?: string | undefined
  readonly 'from-chain'?: boolean | undefined
  readonly netuid?: number | undefined
  readonly block?: number | undefined
  /** Alpha, decimal; `pending` for what a chain has waiting. */
  readonly emission?: string | undefined
  readonly weights?: string | undefined
}

/**
 * @param connect  called only where a chain is read
 * @throws TaoError INVALID_EPOCH, FILE_UNREADABLE, and those of connecting and reading
 */
export async function loadSource(
  options: SourceOptions,
  connect: () => Promise<Client>,
): Promise<Loaded> {
  const { file, netuid, block, weights } = options
  const isPending = options.emission === 'pending'
  const emission =
    options.emission === undefined || isPending
      ? undefined
      : units(options.emission, '--emission', 9)
  if (options['from-chain'] !== true) {
    if (netuid !== undefined || block !== undefined) {
      throw invalidEpoch('--netuid and --block', 'say which subnet to read with --from-chain')
    }
    if (isPending) throw invalidEpoch('--emission', 'pending is for --from-chain: give an amount')
    if (file === undefined) throw invalidEpoch('', 'name a FILE, or --from-chain --netuid N')
    return loadFile(file, { emission, weights })
  }
  if (file !== undefined) throw invalidEpoch('FILE', 'is not read with --from-chain')
  if (netuid === undefined) throw invalidEpoch('--netuid', 'is missing: which subnet to read')
  const [{ latest, viewAt }, { readSubnet }] = await Promise.all([
    import('../../chain/read.ts'),
    import('./from-chain.ts'),
  ])
  const client = await connect()
  const newest = await latest(client)
  if (block !== undefined && block > newest.number) {
    throw invalidEpoch('--block', `${block} is not there yet: the chain is at ${newest.number}`)
  }
  const view = block === undefined ? newest : await viewAt(client, block)
  const job = await readSubnet(view, netuid, isPending ? 'pending' : 'tempo')
  return adjusted({ form: 'chain', jobs: [job] }, { emission, weights })
}

/** One epoch of a run, as `--json` shows it. */
export function stepJson(job: Job, { epoch, block, outcome }: Frame, epochs: number) {
  const { call, mecid, emission } = job.setup.step
  const exact = exactJson(outcome)
  return {
    label: job.label,
    call,
    mecid,
    epoch,
    block: jsonInteger(block),
    emission: String(emission),
    exact,
    ...(outcome.traces.length === 0 ? {} : { explain: outcome.traces.map(traceJson) }),
    matches: job.recorded === undefined || epochs > 1 ? null : matchesRecorded(exact, job.recorded),
  }
}

/** Whether every recorded field came out; an empty `bonds` marks bonds that were not recorded. */
function matchesRecorded(
  exact: EpochExactJson,
  recorded: Readonly<Record<string, unknown>>,
): boolean {
  const found: Readonly<Record<string, unknown>> = { ...exact }
  return Object.entries(recorded).every(([field, value]) => {
    if (field === 'bonds' && Object.keys(Object(value)).length === 0) return true
    return isDeepStrictEqual(found[field], value)
  })
}

/** What was run, in the native form, to be kept in a file. */
export function nativeText(setups: readonly Setup[]): string {
  const steps = setups.map(({ step }) => ({
    call: step.call,
    mecid: step.mecid,
    emission: String(step.emission),
    input: epochInputToJson(step.input),
  }))
  return `${JSON.stringify(steps)}\n`
}

function jsonInteger(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value)
}
