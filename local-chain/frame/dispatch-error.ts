/**
 * `DispatchError` as FRAME encodes it, and the exception that carries one out of a call.
 *
 * Source: sp_runtime `DispatchError`; variant indices in `../shared/spec/node-rpc.md` 4.1.
 *
 * @module
 */

import { ScaleError } from './scale/reader.ts'
import { struct } from './types/combinators.ts'
import { enumeration, plainEnum } from './types/enumeration.ts'
import { byteArray, u8, unit } from './types/primitives.ts'
import type { Type, TypeOf } from './types/type.ts'

export const tokenError = plainEnum('sp_runtime::TokenError', [
  'FundsUnavailable',
  'OnlyProvider',
  'BelowMinimum',
  'CannotCreate',
  'UnknownAsset',
  'Frozen',
  'Unsupported',
  'CannotCreateHold',
  'NotExpendable',
  'Blocked',
])
export const arithmeticError = plainEnum('sp_arithmetic::ArithmeticError', [
  'Underflow',
  'Overflow',
  'DivisionByZero',
])
export const transactionalError = plainEnum('sp_runtime::TransactionalError', [
  'LimitReached',
  'NoLayer',
])
export const trieError = plainEnum('sp_runtime::proving_trie::TrieError', [
  'InvalidStateRoot',
  'IncompleteDatabase',
  'ValueAtIncompleteKey',
  'DecoderError',
  'InvalidHash',
  'DuplicateKey',
  'ExtraneousNode',
  'ExtraneousValue',
  'ExtraneousHashReference',
  'InvalidChildReference',
  'ValueMismatch',
  'IncompleteProof',
  'RootMismatch',
  'DecodeError',
])
export const moduleError = struct('sp_runtime::ModuleError', {
  index: u8,
  error: { type: byteArray(4), typeName: '[u8; MAX_MODULE_ERROR_ENCODED_SIZE]' },
})
export const dispatchError = enumeration('sp_runtime::DispatchError', {
  Other: null,
  CannotLookup: null,
  BadOrigin: null,
  Module: [moduleError],
  ConsumerRemaining: null,
  NoProviders: null,
  TooManyConsumers: null,
  Token: [tokenError],
  Arithmetic: [arithmeticError],
  Transactional: [transactionalError],
  Exhausted: null,
  Corruption: null,
  Unavailable: null,
  RootNotAllowed: null,
  Trie: [trieError],
})
export type DispatchErrorValue = TypeOf<typeof dispatchError>

/** `Result<(), DispatchError>`; `undefined` is success. */
export const dispatchResult: Type<DispatchErrorValue | undefined> = {
  def: {
    kind: 'variant',
    path: 'Result',
    params: [
      { name: 'T', type: unit },
      { name: 'E', type: dispatchError },
    ],
    variants: [
      { name: 'Ok', index: 0, fields: [{ type: unit }] },
      { name: 'Err', index: 1, fields: [{ type: dispatchError }] },
    ],
  },
  typeName: 'DispatchResult',
  sizeMin: 1,
  write(w, value) {
    w.u8(value === undefined ? 0 : 1)
    if (value !== undefined) dispatchError.write(w, value)
  },
  read(r) {
    const tag = r.u8()
    if (tag > 1) throw new ScaleError(`${tag} is neither Ok nor Err`)
    return tag === 0 ? undefined : dispatchError.read(r)
  },
}

/** What a call consumed, where it knows better than its declaration. */
export interface PostInfo {
  readonly actualWeight?: { readonly refTime: bigint; readonly proofSize: bigint }
  readonly paysFee?: 'Yes' | 'No'
}

/**
 * A call refused. It is made once per error and thrown many times, so it has no stack: the error's
 * name says all.
 */
export class DispatchFailure extends Error {
  override name = 'DispatchFailure'
  readonly value: DispatchErrorValue
  readonly post: PostInfo

  constructor(label: string, value: DispatchErrorValue, post: PostInfo = {}) {
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 0
    super(label)
    Error.stackTraceLimit = limit
    this.value = value
    this.post = post
  }

  /** The same refusal, with what was consumed until then. */
  withPost(post: PostInfo): DispatchFailure {
    return new DispatchFailure(this.message, this.value, post)
  }
}

const bare = (
  type:
    | 'CannotLookup'
    | 'BadOrigin'
    | 'ConsumerRemaining'
    | 'NoProviders'
    | 'TooManyConsumers'
    | 'Exhausted'
    | 'Corruption'
    | 'Unavailable'
    | 'RootNotAllowed'
    | 'Other',
) => new DispatchFailure(type, { type })

export const badOrigin = bare('BadOrigin')
export const cannotLookup = bare('CannotLookup')
export const otherError = bare('Other')
export const consumerRemaining = bare('ConsumerRemaining')
export const noProviders = bare('NoProviders')
export const tooManyConsumers = bare('TooManyConsumers')
export const token = (value: TypeOf<typeof tokenError>) =>
  new DispatchFailure(`Token.${value}`, { type: 'Token', value })
export const arithmetic = (value: TypeOf<typeof arithmeticError>) =>
  new DispatchFailure(`Arithmetic.${value}`, { type: 'Arithmetic', value })

/** Refuses the call unless `condition` holds. */
export function ensure(condition: boolean, failure: DispatchFailure): asserts condition {
  if (!condition) throw failure
}
