/**
 * Whether a transaction may go into a block: the verdict as the chain encodes it, and the exception
 * that carries a refusal.
 *
 * Source: sp_runtime `transaction_validity`; `../shared/spec/node-rpc.md` 4.
 *
 * @module
 */
import { type DispatchErrorValue, dispatchResult } from '../../../frame/dispatch-error.ts'
import { ScaleError } from '../../../frame/scale/reader.ts'
import { struct, vec } from '../../../frame/types/combinators.ts'
import { enumeration } from '../../../frame/types/enumeration.ts'
import { bool, bytes, u8, u64 } from '../../../frame/types/primitives.ts'
import type { AnyType, Type, TypeOf } from '../../../frame/types/type.ts'

export const invalidTransaction = enumeration(
  'sp_runtime::transaction_validity::InvalidTransaction',
  {
    Call: null,
    Payment: null,
    Future: null,
    Stale: null,
    BadProof: null,
    AncientBirthBlock: null,
    ExhaustsResources: null,
    Custom: [u8],
    BadMandatory: null,
    MandatoryValidation: null,
    BadSigner: null,
    IndeterminateImplicit: null,
    UnknownOrigin: null,
  },
)

export const unknownTransaction = enumeration(
  'sp_runtime::transaction_validity::UnknownTransaction',
  { CannotLookup: null, NoUnsignedValidator: null, Custom: [u8] },
)

export const transactionValidityError = enumeration(
  'sp_runtime::transaction_validity::TransactionValidityError',
  { Invalid: [invalidTransaction], Unknown: [unknownTransaction] },
)
export type TransactionValidityErrorValue = TypeOf<typeof transactionValidityError>
type Invalid = TypeOf<typeof invalidTransaction>
type Unknown = TypeOf<typeof unknownTransaction>

/** Tags are bytes: what a transaction provides, and what must have come before it. */
export const validTransaction = struct('sp_runtime::transaction_validity::ValidTransaction', {
  priority: { type: u64, typeName: 'TransactionPriority' },
  requires: { type: vec(bytes), typeName: 'Vec<TransactionTag>' },
  provides: { type: vec(bytes), typeName: 'Vec<TransactionTag>' },
  longevity: { type: u64, typeName: 'TransactionLongevity' },
  propagate: bool,
})
export type ValidTransaction = TypeOf<typeof validTransaction>

/** Where the pool has a transaction from. */
export const transactionSource = enumeration(
  'sp_runtime::transaction_validity::TransactionSource',
  { InBlock: null, Local: null, External: null },
)

/** What Rust calls `Result<T, E>`, for the two results below. */
export type Result<T, E> = { readonly ok: T } | { readonly error: E }

function result<T, E>(ok: Type<T>, error: Type<E>): Type<Result<T, E>> {
  const params = [
    { name: 'T', type: ok as AnyType },
    { name: 'E', type: error as AnyType },
  ]
  return {
    def: {
      kind: 'variant',
      path: 'Result',
      params,
      variants: [
        { name: 'Ok', index: 0, fields: [{ type: ok }] },
        { name: 'Err', index: 1, fields: [{ type: error }] },
      ],
    },
    typeName: `Result<${ok.typeName}, ${error.typeName}>`,
    sizeMin: 1,
    write(w, value) {
      w.u8('ok' in value ? 0 : 1)
      if ('ok' in value) ok.write(w, value.ok)
      else error.write(w, value.error)
    },
    read(r) {
      const tag = r.u8()
      if (tag > 1) throw new ScaleError(`${tag} is neither Ok nor Err`)
      return tag === 0 ? { ok: ok.read(r) } : { error: error.read(r) }
    },
  }
}

export const transactionValidity = result(validTransaction, transactionValidityError)

/** Of the outer result `ok` is what the dispatch came to: `undefined` is success. */
export const applyExtrinsicResult: Type<
  Result<DispatchErrorValue | undefined, TransactionValidityErrorValue>
> = result(dispatchResult, transactionValidityError)

/** A transaction that may not go into a block, or not yet. */
export class ValidityFailure extends Error {
  override name = 'ValidityFailure'
  readonly value: TransactionValidityErrorValue

  constructor(value: TransactionValidityErrorValue) {
    const inner = value.value
    super(inner.type === 'Custom' ? `Custom(${inner.value})` : inner.type)
    this.value = value
  }

  /** The block is full; the next one may take it. */
  get blockIsFull(): boolean {
    return this.value.type === 'Invalid' && this.value.value.type === 'ExhaustsResources'
  }

  /** Whether the same bytes may be valid in a later block. */
  get mayWorkLater(): boolean {
    const future = this.value.type === 'Invalid' && this.value.value.type === 'Future'
    return future || this.blockIsFull
  }
}

export function invalid(type: Exclude<Invalid['type'], 'Custom'>): ValidityFailure {
  return new ValidityFailure({ type: 'Invalid', value: { type } })
}

/** `InvalidTransaction::Custom`. */
export function invalidCustom(code: number): ValidityFailure {
  return new ValidityFailure({ type: 'Invalid', value: { type: 'Custom', value: code } })
}

export function unknown(type: Exclude<Unknown['type'], 'Custom'>): ValidityFailure {
  return new ValidityFailure({ type: 'Unknown', value: { type } })
}
