/**
 * What validation says of a transaction, as it travels: the wire types of `validate_transaction`.
 *
 * Source: sp_runtime `transaction_validity`; ../shared/spec/runtime-api.md section 1.2.
 *
 * @module
 */
import { ScaleError } from '../frame/scale/reader.ts'
import { enumeration, named, plainEnum, struct, vec } from '../frame/types/combinators.ts'
import { bool, bytes, u8, u64 } from '../frame/types/primitives.ts'
import type { Type, TypeOf } from '../frame/types/type.ts'

const PATH = 'sp_runtime::transaction_validity'

export const transactionSource = plainEnum(`${PATH}::TransactionSource`, [
  'InBlock',
  'Local',
  'External',
])
export type TransactionSource = TypeOf<typeof transactionSource>

export const invalidTransaction = enumeration(`${PATH}::InvalidTransaction`, {
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
})

export const unknownTransaction = enumeration(`${PATH}::UnknownTransaction`, {
  CannotLookup: null,
  NoUnsignedValidator: null,
  Custom: [u8],
})

export const transactionValidityError = enumeration(`${PATH}::TransactionValidityError`, {
  Invalid: [invalidTransaction],
  Unknown: [unknownTransaction],
})
export type TransactionValidityError = TypeOf<typeof transactionValidityError>

export const validTransaction = struct(`${PATH}::ValidTransaction`, {
  priority: named('TransactionPriority', u64),
  requires: named('Vec<TransactionTag>', vec(bytes)),
  provides: named('Vec<TransactionTag>', vec(bytes)),
  longevity: named('TransactionLongevity', u64),
  propagate: bool,
})
export type ValidTransaction = TypeOf<typeof validTransaction>

/** A good transaction, or why it is none. */
export type TransactionValidity =
  | { readonly ok: true; readonly value: ValidTransaction }
  | { readonly ok: false; readonly error: TransactionValidityError }

/** `Result<ValidTransaction, TransactionValidityError>`. */
export const transactionValidity: Type<TransactionValidity> = {
  def: {
    kind: 'variant',
    path: 'Result',
    params: [
      { name: 'T', type: validTransaction },
      { name: 'E', type: transactionValidityError },
    ],
    variants: [
      { name: 'Ok', index: 0, fields: [{ type: validTransaction }] },
      { name: 'Err', index: 1, fields: [{ type: transactionValidityError }] },
    ],
  },
  typeName: 'TransactionValidity',
  sizeMin: 1,
  write(w, value) {
    w.u8(value.ok ? 0 : 1)
    if (value.ok) validTransaction.write(w, value.value)
    else transactionValidityError.write(w, value.error)
  },
  read(r) {
    const tag = r.u8()
    if (tag > 1) throw new ScaleError(`${tag} is neither Ok nor Err`)
    return tag === 0
      ? { ok: true, value: validTransaction.read(r) }
      : { ok: false, error: transactionValidityError.read(r) }
  },
}
