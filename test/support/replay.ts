/**
 * Plays a recorded trace on our runtime and compares everything that it recorded: results, events,
 * changed keys, hashes of the whole state.
 *
 * @module
 */
import { runtimeCall } from '../../local-chain/frame/call-table.ts'
import { otherError } from '../../local-chain/frame/dispatch-error.ts'
import { NONE, type Origin, ROOT, signed } from '../../local-chain/frame/origin.ts'
import { call, type DispatchInfo } from '../../local-chain/frame/pallet.ts'
import type { DispatchOutcome } from '../../local-chain/frame/runtime.ts'
import { ScaleError } from '../../local-chain/frame/scale/reader.ts'
import { itemPrefix } from '../../local-chain/frame/storage/hashers.ts'
import { decode, encode, type TypeOf } from '../../local-chain/frame/types/type.ts'
import { createRuntimeApis } from '../../local-chain/runtime/apis/index.ts'
import { decodeExtrinsic } from '../../local-chain/runtime/executive/extrinsics/codec.ts'
import {
  feeDetails,
  runtimeDispatchInfo,
} from '../../local-chain/runtime/executive/extrinsics/fees.ts'
import {
  queryFeeDetails,
  queryInfo,
} from '../../local-chain/runtime/executive/extrinsics/queries.ts'
import {
  applyExtrinsicResult,
  transactionValidity,
  ValidityFailure,
} from '../../local-chain/runtime/executive/extrinsics/validity.ts'
import { dispatchInfo, usedWeight } from '../../local-chain/runtime/executive/weights.ts'
import { slotDigest } from '../../local-chain/runtime/pallets/aura/slot.ts'
import {
  createRuntime,
  type FinalizedBlock,
  type Runtime,
} from '../../local-chain/runtime/runtime.ts'
import type { EpochMode } from '../../local-chain/yuma/index.ts'
import type { AccountId } from '../../src/primitives/account-id.ts'
import { bytesToHex, hexToBytes } from '../../src/primitives/hex.ts'
import { KeyNames } from './key-names.ts'
import { MemoryState } from './memory-state.ts'
import {
  errorLabel,
  type RecordedBlock,
  type RecordedCall,
  type RecordedExtrinsic,
  type Trace,
} from './traces.ts'

export interface Difference {
  readonly block: number
  /** What to group by: `result Pallet.call`, `event Pallet.Event`, `state Pallet.Item`. */
  readonly group: string
  readonly detail: string
}

export interface ReplayOptions {
  /** Go on after a difference from the state that was recorded. */
  readonly keepGoing?: boolean
  /** Compare declared and used weights of calls too, where they were recorded. */
  readonly weights?: boolean
  /** What computes epochs; both, compared, unless given. */
  readonly epoch?: EpochMode
  /** Last block to play. */
  readonly until?: number
  readonly onDifference?: (difference: Difference) => void
}

export interface ReplayReport {
  readonly blocks: number
  readonly differences: readonly Difference[]
}

const AUTHORITIES = itemPrefix('Aura', 'Authorities')

/** Stands in the place of a call that the runtime does not have. */
const MISSING = call({
  index: 0,
  docs: 'Fails.',
  args: {},
  info: { weight: { refTime: 0n, proofSize: 0n } },
  run() {
    throw otherError
  },
})

/** Plays the blocks of a trace, up to the first that differs unless told to go on. */
export function replay(trace: Trace, options: ReplayOptions = {}): ReplayReport {
  return new Replay(trace, options).run()
}

class Replay {
  readonly #trace: Trace
  readonly #options: ReplayOptions
  readonly #store: MemoryState
  readonly #runtime: Runtime
  readonly #apis = createRuntimeApis({ profile: 'mainnet' })
  readonly #names = new KeyNames()
  readonly #excluded: ReadonlySet<string>
  readonly #pallets: ReadonlySet<string>
  readonly #differences: Difference[] = []
  readonly #verdicts = new Map<string, boolean>()
  #block = 0

  constructor(trace: Trace, options: ReplayOptions) {
    this.#trace = trace
    this.#options = options
    this.#excluded = new Set(trace.excluded)
    this.#pallets = new Set(trace.pallets)
    this.#store = new MemoryState(trace.genesis.map(([key, value]) => [key, hexToBytes(value)]))
    this.#runtime = createRuntime({
      profile: 'mainnet',
      reader: this.#store,
      epoch: options.epoch ?? 'both',
    })
  }

  run(): ReplayReport {
    let blocks = 0
    const last = this.#trace.blocks.at(-1)?.number
    for (const block of this.#trace.blocks) {
      if (block.number > (this.#options.until ?? Number.POSITIVE_INFINITY)) break
      this.#block = block.number
      const before = this.#differences.length
      this.#play(block, block.number === last)
      if (this.#differences.length > before) {
        // Without a recorded diff there is no right state to go on from.
        if (this.#options.keepGoing !== true || block.diff === undefined) break
      }
      blocks++
    }
    return { blocks, differences: this.#differences }
  }

  #play(block: RecordedBlock, isLast: boolean): void {
    let finalized: FinalizedBlock | undefined
    // Without Aura in the recorded chain nobody authors, whatever its authority calls said.
    if (!this.#pallets.has('Aura') && this.#store.get(AUTHORITIES) !== undefined) {
      this.#store.apply([[AUTHORITIES, null]])
      this.#runtime.reset(this.#store)
    }
    try {
      // The pool and the clients asked before the block.
      for (const recorded of block.extrinsics ?? []) {
        this.#guarded(recorded.label, () => this.#compareQueries(block, recorded))
      }
      this.#runtime.initializeBlock({
        number: block.number,
        parentHash: block.parentHash,
        digestLogs: [slotDigest(BigInt(block.slot ?? block.number))],
      })
      for (const [index, recorded] of (block.calls ?? []).entries()) {
        this.#compareResult(index, recorded, this.#apply(recorded))
      }
      for (const [index, recorded] of (block.extrinsics ?? []).entries()) {
        this.#guarded(recorded.label, () => this.#compareExtrinsic(index, recorded))
      }
      finalized = this.#runtime.finalizeBlock()
    } catch (error) {
      this.#report('crash', `in the block itself: ${trace(error)}`)
      this.#runtime.abandonBlock()
    }
    if (finalized !== undefined && block.events !== undefined) this.#compareEvents(block, finalized)
    this.#compareState(block, finalized?.diff ?? [])
    if (block.diff === undefined || isLast) this.#compareHash(block)
    for (const api of block.apis ?? []) this.#compareApi(api)
  }

  /** Reports what goes wrong in `body`; `undefined` then. */
  #guarded<T>(label: string, body: () => T, onMissing?: () => void): T | undefined {
    try {
      return body()
    } catch (error) {
      if (error instanceof ScaleError) {
        this.#report(
          `missing ${label}`,
          `${label} is not in this runtime, or one of its inner calls: ${error.message}`,
        )
        onMissing?.()
      } else this.#report(`crash ${label}`, `${label}: ${trace(error)}`)
      return undefined
    }
  }

  #apply(recorded: RecordedCall): DispatchOutcome | undefined {
    const origin = originOf(recorded)
    const body = () => {
      const value = decode(runtimeCall, hexToBytes(recorded.call), this.#runtime.calls)
      const info = dispatchInfo(this.#runtime.ctx, value)
      const outcome = this.#runtime.applyCall(origin, value)
      if (this.#options.weights === true) this.#compareWeight(recorded, info, outcome)
      return outcome
    }
    return this.#guarded(recorded.label, body, () => this.#runtime.applyCall(ROOT, missingCall()))
  }

  #compareWeight(
    { label, weight: recorded }: RecordedCall,
    info: Required<DispatchInfo>,
    outcome: DispatchOutcome,
  ): void {
    if (recorded?.refTime === undefined) return
    const { weight } = info
    const free = info.paysFee === 'No' || outcome.post.paysFee === 'No'
    const got = `${weight.refTime}/${weight.proofSize} ${info.class} used ${usedWeight(info, outcome).refTime} pays ${free ? 'No' : 'Yes'}`
    const expected = `${recorded.refTime}/${recorded.proofSize} ${recorded.class} used ${recorded.actualRefTime} pays ${recorded.pays}`
    this.#compare(`weight ${label}`, expected, got)
  }

  #compareExtrinsic(index: number, recorded: RecordedExtrinsic): void {
    const applied = this.#runtime.applyExtrinsic(hexToBytes(recorded.xt))
    const result = applied.included ? { ok: applied.dispatchError } : { error: applied.refusal }
    const got = bytesToHex(encode(applyExtrinsicResult, result))
    this.#compare(`result ${recorded.label}`, recorded.result, got, `extrinsic ${index}`)
  }

  #compareQueries(block: RecordedBlock, { xt, label, ...recorded }: RecordedExtrinsic): void {
    const { ctx, calls } = this.#runtime
    const bytes = hexToBytes(xt)
    if (recorded.validity !== undefined) {
      const got = bytesToHex(encode(transactionValidity, this.#validity(bytes, block.parentHash)))
      this.#compare(`validity ${label}`, recorded.validity, got)
    }
    const extrinsic = decodeExtrinsic(bytes, calls)
    if (recorded.queryInfo !== undefined) {
      const info = queryInfo(ctx, extrinsic, bytes.length)
      const got = bytesToHex(encode(runtimeDispatchInfo, info))
      this.#compare(`queryInfo ${label}`, recorded.queryInfo, got)
    }
    if (recorded.queryFeeDetails !== undefined) {
      const details = queryFeeDetails(ctx, extrinsic, bytes.length)
      const got = bytesToHex(encode(feeDetails, details))
      this.#compare(`queryFeeDetails ${label}`, recorded.queryFeeDetails, got)
    }
  }

  #validity(bytes: Uint8Array, bestHash: string): TypeOf<typeof transactionValidity> {
    try {
      return { ok: this.#runtime.validateTransaction(bytes, bestHash) }
    } catch (error) {
      if (error instanceof ValidityFailure) return { error: error.value }
      throw error
    }
  }

  #compare(group: string, expected: string, got: string, where = group): void {
    if (expected !== got) this.#report(group, `${where}: expected ${expected}\n      got ${got}`)
  }

  #compareResult(
    index: number,
    recorded: RecordedCall,
    outcome: DispatchOutcome | undefined,
  ): void {
    if (outcome === undefined) return
    const expected = recorded.result === 'ok' ? 'ok' : errorLabel(recorded.result.error)
    const got = outcome.ok ? 'ok' : outcome.failure.message
    if (got === expected) return
    this.#report(
      `result ${recorded.label}`,
      `call ${index} ${recorded.label}: expected ${expected}, got ${got}`,
    )
  }

  #compareEvents(block: RecordedBlock, finalized: FinalizedBlock): void {
    const direct = block.extrinsics === undefined
    const got = finalized.events
      .filter(({ pallet, name }) => !direct || pallet !== 'System' || !name.startsWith('Extrinsic'))
      .map(({ phase, pallet, name, bytes }) => ({
        name: `${pallet}.${name}`,
        text: `${phaseName(phase)} ${pallet}.${name} ${bytesToHex(bytes)}`,
      }))
    const expected = (block.events ?? []).map(([name, hex, phase]) => ({
      name,
      text: `${phase} ${name} ${hex}`,
    }))
    for (let i = 0; i < Math.max(got.length, expected.length); i++) {
      if (got[i]?.text === expected[i]?.text) continue
      this.#report(
        `event ${expected[i]?.name ?? got[i]?.name}`,
        `event ${i}: expected ${expected[i]?.text ?? '(none)'}\n      got ${got[i]?.text ?? '(none)'}`,
      )
      // What follows is only shifted.
      break
    }
  }

  #compareState(block: RecordedBlock, ours: FinalizedBlock['diff']): void {
    if (block.diff === undefined) {
      this.#store.apply(ours)
      return
    }
    const got = new Map(ours.filter(([key]) => this.#included(key)))
    const repairs: [string, Uint8Array | null][] = []
    const expected = new Map(
      block.diff.map(([key, value]) => [key, value === null ? null : hexToBytes(value)]),
    )
    for (const key of new Set([...expected.keys(), ...got.keys()])) {
      const right = expected.get(key)
      const value = got.get(key)
      if (equal(right, value)) continue
      this.#report(
        `state ${this.#names.item(key)}`,
        `${this.#names.describe(key)}: expected ${this.#names.value(key, right)}\n` +
          `      got ${this.#names.value(key, value)}`,
      )
      repairs.push([key, right === undefined ? (this.#store.get(key) ?? null) : right])
    }
    this.#store.apply(ours)
    if (repairs.length > 0) {
      this.#store.apply(repairs)
      this.#runtime.reset(this.#store)
    }
  }

  #compareApi([method, args, expected]: readonly [string, string, string]): void {
    this.#guarded(method, () => {
      const answer = this.#apis.call(this.#runtime.ctx, method, hexToBytes(args))
      const got = answer === undefined ? '(no such method)' : bytesToHex(answer)
      this.#compare(`api ${method}`, expected, got, `${method}(${args})`)
    })
  }

  #compareHash(block: RecordedBlock): void {
    const hash = this.#store.hash((key) => this.#included(key))
    if (hash === block.stateHash) return
    this.#report('state hash', `state hash: expected ${block.stateHash}, got ${hash}`)
  }

  /** Whether the recording holds the key. */
  #included(key: string): boolean {
    const prefix = key.slice(0, 64)
    let verdict = this.#verdicts.get(prefix)
    if (verdict === undefined) {
      const item = this.#names.item(key)
      const pallet = item.slice(0, item.indexOf('.'))
      verdict =
        item === 'unknown' ||
        (this.#pallets.has(pallet) &&
          !this.#excluded.has(item) &&
          !this.#excluded.has(`${pallet}.*`))
      this.#verdicts.set(prefix, verdict)
    }
    return verdict
  }

  #report(group: string, detail: string): void {
    const difference = { block: this.#block, group, detail }
    this.#differences.push(difference)
    this.#options.onDifference?.(difference)
  }
}

function missingCall() {
  return { palletIndex: 0, pallet: '', name: '', call: MISSING, args: {} }
}

function originOf({ origin }: RecordedCall): Origin {
  if (origin === 'root') return ROOT
  if (origin === 'none') return NONE
  return signed(origin.signed as AccountId)
}

function phaseName(phase: { readonly type: string; readonly value?: number }): string {
  if (phase.type === 'Initialization') return 'init'
  return phase.type === 'Finalization' ? 'final' : String(phase.value)
}

function equal(a: Uint8Array | null | undefined, b: Uint8Array | null | undefined): boolean {
  if (a === null || b === null || a === undefined || b === undefined) return a === b
  return Buffer.compare(a, b) === 0
}

function trace(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
