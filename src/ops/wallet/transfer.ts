/**
 * Moving free TAO: the call, its fee and what is left.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, constant, makeCall, readStorageMany } from '../../chain/names.ts'
import { estimateFee } from '../../chain/submit.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { formatTao } from '../../primitives/amount.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { notEnoughBalance } from '../errors.ts'

export interface TransferWish {
  readonly from: AccountId
  readonly to: AccountId
  /** Rao; everything that may go when absent. */
  readonly amountRao?: bigint
  /** Whether the sender may be left without the existential deposit and cease to exist. */
  readonly allowDeath: boolean
  /** Blocks in which the transaction is valid, where the usual number is not meant. */
  readonly eraBlocks?: number
}

export interface TransferPlan {
  readonly call: Call
  readonly amountRao: bigint
  readonly feeRao: bigint
  /** What the sender has afterwards. */
  readonly leftRao: bigint
  /** Too little to stay on an account: it disappears with the sender's. */
  readonly lostRao: bigint
}

interface Account {
  readonly data: { readonly free: bigint; readonly frozen: bigint; readonly reserved: bigint }
}

/**
 * @throws TaoError NOT_ENOUGH_BALANCE  says how much is missing, the fee included
 * @throws TaoError NOTHING_TO_MOVE     everything is needed for the fee and the deposit
 * @throws TaoError BELOW_MINIMUM       the receiver would not exist with so little
 * @throws TaoError SAME_ACCOUNT        sender and receiver are one
 */
export async function planTransfer(client: Client, wish: TransferWish): Promise<TransferPlan> {
  const { from, to, allowDeath } = wish
  if (from === to) throw sameAccount()
  const [sender, receiver] = await readStorageMany<Account>(client, 'System.Account', [
    [from],
    [to],
  ])
  const { free, frozen, reserved } = (sender as Account).data
  const deposit = constant<bigint>(client, 'Balances.ExistentialDeposit')
  // Reserved TAO counts for what is frozen, so only the rest of it stays behind.
  const held = frozen > reserved ? frozen - reserved : 0n
  const kept = allowDeath && held === 0n ? 0n : max(held, deposit)
  const call = buildCall(client, wish)
  const feeRao = await estimateFee(client, call, from, wish.eraBlocks)
  const movable = max(free - feeRao - kept, 0n)
  const amountRao = wish.amountRao ?? movable
  if (amountRao === 0n) throw nothingToMove({ free, feeRao, kept })
  if (amountRao > movable) {
    throw notEnoughBalance({
      coldkey: from,
      amountRao,
      feeRao,
      availableRao: max(free - kept, 0n),
      purpose: 'the transfer',
    })
  }
  if (receiver?.data.free === 0n && amountRao < deposit) throw belowMinimum(deposit)
  const rest = free - amountRao - feeRao
  const isDust = rest < deposit && reserved === 0n
  return { call, amountRao, feeRao, leftRao: isDust ? 0n : rest, lostRao: isDust ? rest : 0n }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

function buildCall(client: Client, { to, amountRao, allowDeath }: TransferWish): Call {
  const dest = { Id: to }
  if (amountRao === undefined) {
    return makeCall(client, 'Balances.transfer_all', { dest, keep_alive: !allowDeath })
  }
  const name = allowDeath ? 'Balances.transfer_allow_death' : 'Balances.transfer_keep_alive'
  return makeCall(client, name, { dest, value: amountRao })
}

function nothingToMove(has: { free: bigint; feeRao: bigint; kept: bigint }): TaoError {
  const tao = (rao: bigint) => `${formatTao(rao)} TAO`
  return new TaoError(
    'NOTHING_TO_MOVE',
    `nothing can be moved: of ${tao(has.free)}, ${tao(has.feeRao)} are the fee and ` +
      `${tao(has.kept)} stay on the account`,
    { exitCode: ExitCode.rejected, suggestions: ['tao wallet balance'] },
  )
}

function belowMinimum(deposit: bigint): TaoError {
  return new TaoError(
    'BELOW_MINIMUM',
    `the receiving account does not exist yet, so it must get at least ${formatTao(deposit)} TAO`,
    { exitCode: ExitCode.rejected, suggestions: [`--amount ${formatTao(deposit)}`] },
  )
}

function sameAccount(): TaoError {
  return new TaoError('SAME_ACCOUNT', 'sender and receiver are the same account', {
    exitCode: ExitCode.usage,
    suggestions: ['--dest ADDRESS of another account'],
  })
}
