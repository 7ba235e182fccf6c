/**
 * Submitting: sign, send, follow until the transaction is in a block, read what came of it.
 *
 * A call that fails in its block is an error, not a receipt. Nothing is sent twice: only a
 * submission that the node turned away is signed anew.
 *
 * @module
 */
import type { ExtrinsicStatus } from '@polkadot/types/interfaces'
import { bytesToHex } from '../primitives/hex.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import type { Signer } from '../wallet/index.ts'
import { isNonceConflict, rejectionError } from './chain-errors.ts'
import type { Client } from './connect.ts'
import { ERA_BLOCKS_DEFAULT } from './era.ts'
import { type Call, withPrefix } from './names.ts'
import { type Receipt, readReceipt } from './receipt.ts'
import { signCall } from './sign.ts'

export interface Submission {
  readonly call: Call
  readonly signer: Signer
  /** Blocks in which the transaction is valid; it never expires unless given. */
  readonly eraBlocks?: number
  readonly tip?: bigint
  /** `inBlock` unless given. */
  readonly waitFor?: 'inBlock' | 'finalized'
  /** The account's next one unless given. */
  readonly nonce?: number
  /** How long to follow it before giving up; it may still get into a block later. */
  readonly timeoutMs?: number
  /** Hears what happens, for progress: `ready`, `future`, `broadcast`, `inBlock`. */
  readonly onStatus?: (status: string) => void
}

/** Ten blocks of the real chain. */
const TIMEOUT_MS = 120_000
/** Others may use the account at the same moment. */
const ATTEMPTS = 3

/**
 * Submits a call and waits for it.
 *
 * @throws TaoError  exit 5 when the node or the chain refuses, with pallet and name in `data`; exit 4
 *   NOT_INCLUDED when it is still waiting after the timeout, or the node went away meanwhile
 */
export async function submit(client: Client, submission: Submission): Promise<Receipt> {
  const { waitFor = 'inBlock' } = submission
  for (let attempt = 1; ; attempt++) {
    const signed = await signNext(client, submission)
    try {
      const block = await follow(client, signed, { ...submission, waitFor })
      return await readReceipt(client, { hash: bytesToHex(signed.hash), blockHash: block })
    } catch (error) {
      const mayRetry = submission.nonce === undefined && attempt < ATTEMPTS
      if (mayRetry && isNonceConflict(error)) continue
      throw rejectionError(error)
    }
  }
}

/**
 * Submits a call and does not wait.
 *
 * @returns  hash of the transaction
 * @throws TaoError  exit 5 when the node refuses
 */
export async function submitOnly(client: Client, submission: Submission): Promise<string> {
  const signed = await signNext(client, submission)
  try {
    await client.api.rpc.author.submitExtrinsic(signed)
  } catch (error) {
    throw rejectionError(error)
  }
  return bytesToHex(signed.hash)
}

/**
 * What submitting the call costs, in rao; for calls without fee 0.
 *
 * @param eraBlocks  as it will be submitted, 0 for ever: an era that ends is a byte longer
 */
export async function estimateFee(
  client: Client,
  call: Call,
  address: string,
  eraBlocks: number = ERA_BLOCKS_DEFAULT,
): Promise<bigint> {
  // The library signs a copy with zeros: the node looks at length and weight only.
  const info = await call.paymentInfo(withPrefix(address), {
    nonce: await nextNonce(client, address),
    era: eraBlocks,
  })
  return info.partialFee.toBigInt()
}

async function signNext(client: Client, submission: Submission): Promise<Call> {
  const { signer, call, eraBlocks, tip } = submission
  const nonce = submission.nonce ?? (await nextNonce(client, signer.accountId))
  return signCall(client, call, {
    signer,
    nonce,
    ...(eraBlocks === undefined ? {} : { eraBlocks }),
    ...(tip === undefined ? {} : { tip }),
  })
}

async function nextNonce({ api }: Client, account: string): Promise<number> {
  return (await api.rpc.system.accountNextIndex(withPrefix(account))).toNumber()
}

interface Following {
  readonly waitFor: 'inBlock' | 'finalized'
  readonly timeoutMs?: number
  readonly onStatus?: (status: string) => void
}

/** Sends and resolves to the hash of the block, without `0x`. */
function follow(
  { api }: Client,
  signed: Call,
  { waitFor, timeoutMs = TIMEOUT_MS, onStatus }: Following,
): Promise<string> {
  const hash = bytesToHex(signed.hash)
  return new Promise((resolve, reject) => {
    let unsubscribe: (() => void) | undefined
    let isOver = false
    const lost = () => end(() => reject(notIncluded(hash, 'the connection ended meanwhile')))
    const timer = setTimeout(() => {
      end(() => reject(notIncluded(hash, `it still waits after ${timeoutMs / 1000} s`)))
    }, timeoutMs)
    function end(settle: () => void): void {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      api.off('disconnected', lost)
      unsubscribe?.()
      settle()
    }
    function onNotice(status: ExtrinsicStatus): void {
      onStatus?.(status.type.charAt(0).toLowerCase() + status.type.slice(1))
      if (status.isFinalized) end(() => resolve(bytesToHex(status.asFinalized.toU8a())))
      if (status.isInBlock && waitFor === 'inBlock') {
        end(() => resolve(bytesToHex(status.asInBlock.toU8a())))
      }
      // A retracted one is put into another block; these are the ends without a block.
      if (status.isUsurped || status.isDropped || status.isInvalid || status.isFinalityTimeout) {
        end(() => reject(droppedError(hash, status.type)))
      }
    }
    api.on('disconnected', lost)
    api.rpc.author
      .submitAndWatchExtrinsic(signed, onNotice)
      .then((stop) => {
        unsubscribe = stop
        if (isOver) stop()
      })
      .catch((error: unknown) => end(() => reject(error)))
  })
}

function notIncluded(hash: string, why: string): TaoError {
  return new TaoError('NOT_INCLUDED', `the transaction was sent, but ${why}`, {
    exitCode: ExitCode.node,
    suggestions: [
      'look at the balance before sending it again: it may still get into a block',
      'tao chain advance 1 makes a block on a local chain that waits for it',
    ],
    data: { hash: `0x${hash}` },
  })
}

const ENDINGS: Readonly<Record<string, string>> = {
  Usurped: 'another transaction of this account took its place',
  Dropped: 'the node dropped it',
  Invalid: 'it became invalid before a block took it',
  FinalityTimeout: 'its block was not finalised in time',
}

function droppedError(hash: string, status: string): TaoError {
  const why = ENDINGS[status] ?? status
  return new TaoError('TRANSACTION_DROPPED', `the transaction did not get into a block: ${why}`, {
    exitCode: ExitCode.rejected,
    suggestions: ['try again'],
    data: { hash: `0x${hash}`, status },
  })
}
