/**
 * Goal: every way a node turns a transaction away has a stable code, words and a way on.
 * Method: the error objects that nodes send, ../shared/spec/node-rpc.md section 4.
 */
import { describe, expect, it } from 'vitest'
import {
  callFailedError,
  codeOf,
  isNonceConflict,
  rejectionError,
} from '../../../src/chain/chain-errors.ts'
import { RpcAnswerError } from '../../../src/chain/embedded-provider.ts'
import { TaoError } from '../../../src/primitives/tao-error.ts'

const invalid = (data: string) =>
  new RpcAnswerError({ code: 1010, message: 'Invalid Transaction', data })

describe('rejectionError', () => {
  it.each([
    ['Transaction call is not expected', 'CALL_NOT_ALLOWED'],
    ['Inability to pay some fees (e.g. account balance too low)', 'CANNOT_PAY_FEE'],
    ['Transaction will be valid in the future', 'TRANSACTION_TOO_EARLY'],
    ['Transaction is outdated', 'TRANSACTION_OUTDATED'],
    ['Transaction has a bad signature', 'BAD_SIGNATURE'],
    ['Transaction has an ancient birth block', 'TRANSACTION_EXPIRED'],
    ['Transaction would exhaust the block limits', 'BLOCK_FULL'],
    ['Invalid signing address', 'BAD_SIGNER'],
    ['Custom error: 0', 'COLDKEY_IN_SWAP_SCHEDULE'],
    ['Custom error: 2', 'BALANCE_TOO_LOW'],
    ['Custom error: 8', 'SLIPPAGE_TOO_HIGH'],
    ['Custom error: 10', 'HOT_KEY_NOT_REGISTERED_IN_NETWORK'],
    ['Custom error: 27', 'DELEGATE_TAKE_TOO_HIGH'],
    ['Custom error: 255', 'BAD_REQUEST'],
    ['Custom error: 200', 'TRANSACTION_REJECTED'],
    ['something new', 'TRANSACTION_REJECTED'],
  ])('reads %j', (data, code) => {
    const error = rejectionError(invalid(data))
    expect(error).toBeInstanceOf(TaoError)
    expect(error).toMatchObject({ code, exitCode: 5, data: { rpcCode: 1010, rpcMessage: data } })
  })

  it.each([
    [1012, 'TRANSACTION_BANNED'],
    [1013, 'TRANSACTION_KNOWN'],
    [1014, 'NONCE_TAKEN'],
    [1016, 'POOL_FULL'],
    [1001, 'TRANSACTION_REJECTED'],
  ])('reads code %i without data', (rpcCode, code) => {
    const answer = new RpcAnswerError({ code: rpcCode, message: 'No' })
    expect(rejectionError(answer)).toMatchObject({ code, exitCode: 5, data: { rpcMessage: 'No' } })
  })

  it('passes on what no node answered', () => {
    const bug = new TypeError('x is not a function')
    const missing = Object.assign(new Error('no such file'), { code: 'ENOENT' })
    for (const error of [bug, missing, 'text', undefined]) expect(rejectionError(error)).toBe(error)
  })
})

describe('isNonceConflict', () => {
  it('is about the number of the transaction only', () => {
    expect(isNonceConflict(new RpcAnswerError({ code: 1014, message: 'Priority' }))).toBe(true)
    expect(isNonceConflict(invalid('Transaction is outdated'))).toBe(true)
    expect(isNonceConflict(invalid('Custom error: 8'))).toBe(false)
    expect(isNonceConflict(new Error('disconnected'))).toBe(false)
  })
})

describe('callFailedError', () => {
  it('says it in our words where there are some, else in those of the chain', () => {
    const known = callFailedError({
      pallet: 'SubtensorModule',
      name: 'NotEnoughBalanceToStake',
      docs: 'from the metadata',
    })
    expect(known).toMatchObject({ code: 'NOT_ENOUGH_BALANCE_TO_STAKE', exitCode: 5 })
    expect(known.message).toContain('too little free TAO')
    expect(known.suggestions).not.toEqual([])
    const other = callFailedError({
      pallet: 'Crowdloan',
      name: 'CapTooLow',
      docs: 'Raise the cap.',
    })
    expect(other.message).toContain('Crowdloan.CapTooLow (Raise the cap.)')
    const bare = callFailedError({ pallet: '', name: 'Exhausted', docs: '' }, { hash: '0x12' })
    expect(bare.message).toBe('the chain refused the call: Exhausted')
    expect(bare.data).toMatchObject({ hash: '0x12', name: 'Exhausted' })
  })

  it.each([
    ['SubnetNotExists', 'SUBNET_NOT_EXISTS'],
    ['HotKeyNotRegisteredInSubNet', 'HOT_KEY_NOT_REGISTERED_IN_SUB_NET'],
    ['InvalidIpAddress', 'INVALID_IP_ADDRESS'],
    ['EVMAccount', 'EVM_ACCOUNT'],
  ])('writes %s as %s', (name, code) => {
    expect(codeOf(name)).toBe(code)
  })
})
