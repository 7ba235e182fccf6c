/**
 * Loads recorded traces: whole blocks of the reference chain, in the formats that
 * `../shared/vectors/traces/README.md` and `third/README.md` describe.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export type RecordedOrigin = 'root' | 'none' | { readonly signed: string }

export interface RecordedWeight {
  readonly refTime?: string
  readonly proofSize?: string
  readonly class?: string
  readonly actualRefTime?: string
  readonly actualProofSize?: string
  readonly pays?: string
}

export interface RecordedCall {
  readonly origin: RecordedOrigin
  /** SCALE of the RuntimeCall, hex. */
  readonly call: string
  readonly label: string
  readonly result: 'ok' | { readonly error: string }
  readonly weight?: RecordedWeight
}

/** An extrinsic of the signed series; all values hex. */
export interface RecordedExtrinsic {
  readonly xt: string
  readonly label: string
  readonly sender?: string
  readonly result: string
  readonly resultText?: string
  readonly validity?: string
  readonly queryInfo?: string
  readonly queryFeeDetails?: string
}

export interface RecordedBlock {
  readonly number: number
  readonly timestampMs: number
  readonly parentHash: string
  readonly slot?: number
  readonly author?: string
  readonly calls?: readonly RecordedCall[]
  readonly extrinsics?: readonly RecordedExtrinsic[]
  /** `[Pallet.Variant, hex, phase]`; absent where only the hash was recorded. */
  readonly events?: readonly (readonly [string, string, string | number])[]
  readonly diff?: readonly (readonly [string, string | null])[]
  readonly stateHash: string
  /** `[runtime API method, argument, result]` on the state at the end of the block. */
  readonly apis?: readonly (readonly [string, string, string])[]
}

export interface Trace {
  readonly name: string
  readonly seed: number
  readonly pallets: readonly string[]
  /** `Pallet.Item` or `Pallet.*`. */
  readonly excluded: readonly string[]
  readonly genesisHash?: string
  readonly genesis: readonly (readonly [string, string])[]
  readonly blocks: readonly RecordedBlock[]
}

/** Reads one file of traces. */
export function loadTrace(file: string): Trace {
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Trace
}

/** A recorded error in the spelling of `DispatchFailure`: `Token(X)` is `Token.X`. */
export function errorLabel(error: string): string {
  return error.replace(/^(\w+)\((\w+)\)$/, '$1.$2')
}
