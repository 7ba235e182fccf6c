/**
 * Refusals of a chain as errors of this program: dispatch errors by the chain's own names, rejected
 * submissions by code and text. Exit code 5.
 *
 * Source: ../shared/spec/node-rpc.md section 4.
 *
 * @module
 */
import type { ApiPromise } from '@polkadot/api'
import type { DispatchError } from '@polkadot/types/interfaces'
import { ExitCode, type Facts, TaoError } from '../primitives/tao-error.ts'
import { ADVICE } from './chain-advice.ts'

/** Why a call failed, in the chain's words. */
export interface CallFailure {
  /** `SubtensorModule`; for failures of no pallet the kind, e.g. `Token`, or empty. */
  readonly pallet: string
  /** `NotEnoughBalanceToStake` */
  readonly name: string
  /** What the chain's metadata says about it. */
  readonly docs: string
}

/** Names a dispatch error with the chain's metadata. */
export function callFailure(api: ApiPromise, error: DispatchError): CallFailure {
  if (error.isModule) {
    const { section, name, docs } = api.registry.findMetaError(error.asModule)
    return { pallet: palletName(api, section), name, docs: docs.join(' ').trim() }
  }
  if (error.isToken) return { pallet: 'Token', name: error.asToken.type, docs: '' }
  if (error.isArithmetic) return { pallet: 'Arithmetic', name: error.asArithmetic.type, docs: '' }
  if (error.isTransactional) {
    return { pallet: 'Transactional', name: error.asTransactional.type, docs: '' }
  }
  return { pallet: '', name: error.type, docs: '' }
}

/** polkadot.js answers `subtensorModule`; the chain calls itself `SubtensorModule`. */
function palletName(api: ApiPromise, section: string): string {
  const pallets = api.runtimeMetadata.asLatest.pallets
  const found = pallets.find(({ name }) => name.toString().toLowerCase() === section.toLowerCase())
  return found?.name.toString() ?? section
}

/** `NotEnoughBalanceToStake` as `NOT_ENOUGH_BALANCE_TO_STAKE`. */
export function codeOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toUpperCase()
}

/**
 * A call that was put into a block and failed there; its fee is paid.
 *
 * @param facts  what else is known: hash and place of the transaction
 */
export function callFailedError({ pallet, name, docs }: CallFailure, facts: Facts = {}): TaoError {
  const full = pallet === '' ? name : `${pallet}.${name}`
  const advice = ADVICE[name]
  const why = advice?.[0] ?? docs
  return new TaoError(
    codeOf(name),
    `the chain refused the call: ${full}${why === '' ? '' : ` (${why})`}`,
    {
      exitCode: ExitCode.rejected,
      suggestions: advice?.[1] ?? [],
      data: { pallet, name, docs, ...facts },
    },
  )
}

/** An error object that a node answered with. */
interface Answer {
  readonly code: number
  readonly message: string
  readonly data?: unknown
}

/**
 * A submission that the node did not take: nothing was changed and no fee paid. What is no answer
 * of a node passes through.
 */
export function rejectionError(thrown: unknown): unknown {
  const answer = answerOf(thrown)
  if (answer === undefined) return thrown
  const { code, data } = answer
  const text = typeof data === 'string' ? data : undefined
  const custom = /^Custom error: (\d+)$/.exec(text ?? '')?.[1]
  const customName = custom === undefined ? undefined : CUSTOM[Number(custom)]
  if (customName !== undefined) return rejected(customName, answer, ADVICE[customName])
  const known = REASONS[text ?? ''] ?? CODES[code]
  if (known === undefined) return rejected('TransactionRejected', answer)
  const [name, why, ...suggestions] = known
  return rejected(name, answer, [why, suggestions])
}

/** Whether the account's number of transactions was another one when the node looked. */
export function isNonceConflict(thrown: unknown): boolean {
  const answer = answerOf(thrown)
  if (answer === undefined) return false
  return answer.code === 1014 || answer.data === 'Transaction is outdated'
}

function rejected(
  name: string,
  answer: Answer,
  [why, suggestions]: readonly [string, readonly string[]] = ['', []],
): TaoError {
  const said = typeof answer.data === 'string' ? answer.data : answer.message
  const reason = why === '' ? said : why
  return new TaoError(codeOf(name), `the node did not take the transaction: ${reason}`, {
    exitCode: ExitCode.rejected,
    suggestions,
    data: { name, rpcCode: answer.code, rpcMessage: said },
  })
}

function answerOf(thrown: unknown): Answer | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined
  const { code, message } = thrown
  if (typeof code !== 'number') return undefined
  const data = 'data' in thrown ? thrown.data : undefined
  return { code, message: message.replace(/^-?\d+: /, ''), data }
}

/** Codes of `SubtensorTransactionExtension`, which turns calls away that would fail. */
const CUSTOM: Readonly<Record<number, string>> = {
  0: 'ColdkeyInSwapSchedule',
  1: 'StakeAmountTooLow',
  2: 'BalanceTooLow',
  3: 'SubnetNotExists',
  4: 'HotkeyAccountDoesntExist',
  5: 'NotEnoughStakeToWithdraw',
  6: 'RateLimitExceeded',
  7: 'InsufficientLiquidity',
  8: 'SlippageTooHigh',
  9: 'TransferDisallowed',
  10: 'HotKeyNotRegisteredInNetwork',
  11: 'InvalidIpAddress',
  12: 'ServingRateLimitExceeded',
  13: 'InvalidPort',
  14: 'ZeroMaxAmount',
  15: 'InvalidRevealRound',
  16: 'CommitNotFound',
  17: 'CommitBlockNotInRevealRange',
  18: 'InputLengthsUnequal',
  19: 'UidNotFound',
  20: 'EvmKeyAssociateRateLimitExceeded',
  21: 'ColdkeySwapDisputed',
  22: 'InvalidRealAccount',
  23: 'FailedShieldedTxParsing',
  24: 'InvalidShieldedTxPubKeyHash',
  25: 'NonAssociatedColdKey',
  26: 'DelegateTakeTooLow',
  27: 'DelegateTakeTooHigh',
  255: 'BadRequest',
}

type Reason = readonly [name: string, why: string, ...suggestions: string[]]

/** By the text that comes with code 1010. */
const REASONS: Readonly<Record<string, Reason>> = {
  'Transaction call is not expected': [
    'CallNotAllowed',
    'this call is not allowed for this account now',
  ],
  'Inability to pay some fees (e.g. account balance too low)': [
    'CannotPayFee',
    'the account cannot pay the fee',
    'tao wallet balance',
  ],
  'Transaction will be valid in the future': [
    'TransactionTooEarly',
    'an earlier transaction of this account is missing',
    'try again',
  ],
  'Transaction is outdated': [
    'TransactionOutdated',
    'another transaction of this account was faster',
    'try again',
  ],
  'Transaction has a bad signature': [
    'BadSignature',
    'the signature does not fit: key, network or version differ',
    'tao chain status',
  ],
  'Transaction has an ancient birth block': [
    'TransactionExpired',
    'it was valid for too few blocks',
    'a larger --period gives it more time',
  ],
  'Transaction would exhaust the block limits': [
    'BlockFull',
    'it does not fit into a block',
    'try again, or split it',
  ],
  'Invalid signing address': [
    'BadSigner',
    'this account may not make this call (sudo calls need the sudo key)',
  ],
}

/** By the code, where no text tells more. */
const CODES: Readonly<Record<number, Reason>> = {
  1012: ['TransactionBanned', 'it was refused a moment ago', 'wait a minute'],
  1013: ['TransactionKnown', 'the node has it already'],
  1014: [
    'NonceTaken',
    'another transaction of this account waits in its place',
    'wait for the next block',
  ],
  1016: ['PoolFull', 'the node keeps too many transactions', 'try again later'],
}
