/**
 * Why a transaction was turned away, in the words of substrate. Clients match on code and text.
 *
 * Source: `../shared/spec/node-rpc.md` 4.
 *
 * @module
 */
import { ScaleError } from '../../frame/scale/reader.ts'
import {
  type TransactionValidityErrorValue,
  ValidityFailure,
} from '../../runtime/executive/extrinsics/validity.ts'
import { PoolError } from '../pool.ts'
import { badFormat, RpcError } from './errors.ts'

type Invalid = Extract<TransactionValidityErrorValue, { type: 'Invalid' }>['value']

const TEXTS: Readonly<Record<Exclude<Invalid['type'], 'Custom'>, string>> = {
  Call: 'Transaction call is not expected',
  Payment: 'Inability to pay some fees (e.g. account balance too low)',
  Future: 'Transaction will be valid in the future',
  Stale: 'Transaction is outdated',
  BadProof: 'Transaction has a bad signature',
  AncientBirthBlock: 'Transaction has an ancient birth block',
  ExhaustsResources: 'Transaction would exhaust the block limits',
  BadMandatory: 'A call was labelled as mandatory, but resulted in an Error.',
  MandatoryValidation: 'Transaction dispatch is mandatory; transactions must not be validated.',
  BadSigner: 'Invalid signing address',
  IndeterminateImplicit: 'The implicit data was unable to be calculated',
  UnknownOrigin: 'The transaction extension did not authorize any origin',
}

function validityRefusal(error: TransactionValidityErrorValue): RpcError {
  if (error.type === 'Unknown') {
    const { value } = error
    const shown = value.type === 'Custom' ? `Custom(${value.value})` : value.type
    return new RpcError(1011, 'Unknown Transaction Validity', `UnknownTransaction::${shown}`)
  }
  const { value } = error
  const text = value.type === 'Custom' ? `Custom error: ${value.value}` : TEXTS[value.type]
  return new RpcError(1010, 'Invalid Transaction', text)
}

function poolRefusalOf(error: PoolError): RpcError {
  switch (error.reason) {
    case 'banned':
      return new RpcError(1012, 'Transaction is temporarily banned')
    case 'alreadyImported':
      return new RpcError(1013, 'Transaction Already Imported', `0x${error.detail}`)
    case 'priorityTooLow':
      return new RpcError(
        1014,
        `Priority is too low: ${error.detail}`,
        'The transaction has too low priority to replace another transaction already in the pool.',
      )
    case 'full':
      return new RpcError(
        1016,
        'Immediately Dropped',
        "The transaction couldn't enter the pool because of the limit",
      )
    default:
      return new RpcError(
        1019,
        'Transaction does not provide any tags',
        'The pool cannot identify it',
      )
  }
}

/** The error object for anything that submitting may throw; bugs pass through. */
export function poolRefusal(error: unknown): unknown {
  if (error instanceof ValidityFailure) return validityRefusal(error.value)
  if (error instanceof PoolError) return poolRefusalOf(error)
  if (error instanceof ScaleError) return badFormat(error.message)
  return error
}
