/**
 * Moving free TAO: plan with fee, then submit.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, constant, makeCall, readStorage } from '../../chain/names.ts'
import type { Receipt } from '../../chain/receipt.ts'
import { estimateFee, submit } from '../../chain/submit.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import type { Signer } from '../../wallet/index.ts'
import { notEnoughBalance } from '../errors.ts'

export interface TransferWish {
  readonly from: AccountId
  readonly to: AccountId
  /** Rao; everything that may go when absent. */
  readonly amountRao?: bigint
  /** Whether the sender may be left without the existential deposit and cease to exist. */
  readonly allowDeath: boolean
  /** Blocks in which the transaction is valid; for ever when absent. */
  readonly eraBlocks?: number
}

export interface TransferPlan {
  readonly call: Call
  readonly eraBlocks: number | undefined
  readonly amountRao: bigint
  readonly feeRao: bigint
  readonly freeRao: bigint
  /** What the sender has afterwards. */
  readonly leftRao: bigint
}

interface Account {
  readonly data: { readonly free: bigint; readonly frozen: bigint; readonly reserved: bigint }
}

/**
 * @throws TaoError NOT_ENOUGH_BALANCE  says how much is missing, the fee included
 * @throws TaoError SAME_ACCOUNT        sender and receiver are one
 */
export async function planTransfer(client: Client, wish: TransferWish): Promise<TransferPlan> {
  const { from, to, allowDeath } = wish
  if (from === to) throw sameAccount()
  const { data } = await readStorage<Account>(client, 'System.Account', [from])
  const freeRao = BigInt(data.free)
  const deposit = BigInt(constant<bigint>(client, 'Balances.ExistentialDeposit'))
  const kept = allowDeath ? 0n : deposit
  const call = buildCall(client, wish)
  const feeRao = await estimateFee(client, call, from, wish.eraBlocks)
  const movable = freeRao - feeRao - kept
  const amountRao = wish.amountRao ?? (movable > 0n ? movable : 0n)
  if (amountRao > movable || amountRao === 0n) {
    throw notEnoughBalance({
      coldkey: from,
      amountRao: amountRao === 0n ? 1n : amountRao,
      feeRao,
      availableRao: freeRao > kept ? freeRao - kept : 0n,
      purpose: 'the transfer',
    })
  }
  return {
    call,
    eraBlocks: wish.eraBlocks,
    amountRao,
    feeRao,
    freeRao,
    leftRao: freeRao - amountRao - feeRao,
  }
}

export async function transfer(
  client: Client,
  plan: TransferPlan,
  signer: Signer,
): Promise<Receipt> {
  const { call, eraBlocks } = plan
  return submit(client, { call, signer, ...(eraBlocks === undefined ? {} : { eraBlocks }) })
}

function buildCall(client: Client, { to, amountRao, allowDeath }: TransferWish): Call {
  const dest = { Id: to }
  if (amountRao === undefined) {
    return makeCall(client, 'Balances.transfer_all', { dest, keep_alive: !allowDeath })
  }
  const name = allowDeath ? 'Balances.transfer_allow_death' : 'Balances.transfer_keep_alive'
  return makeCall(client, name, { dest, value: amountRao })
}

function sameAccount(): TaoError {
  return new TaoError('SAME_ACCOUNT', 'sender and receiver are the same account', {
    exitCode: ExitCode.usage,
    suggestions: ['--dest ADDRESS of another account'],
  })
}
