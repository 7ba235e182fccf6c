/**
 * What came of a transaction: its place in the chain, its events, its fee.
 *
 * @module
 */

import type { Vec } from '@polkadot/types'
import type { DispatchError, EventRecord } from '@polkadot/types/interfaces'
import type { Codec } from '@polkadot/types/types'
import { bytesToHex } from '../primitives/hex.ts'
import { callFailedError, callFailure } from './chain-errors.ts'
import type { Client } from './connect.ts'
import { withPrefix } from './names.ts'
import { type Plain, plain } from './plain.ts'

/** An event of the transaction. */
export interface ChainEvent {
  /** `SubtensorModule` */
  readonly pallet: string
  /** `StakeAdded` */
  readonly name: string
  /** Fields by name; by position where the metadata names none. */
  readonly data: Readonly<Record<string, Plain>>
}

export interface Receipt {
  /** Of the transaction, 64 hex digits. */
  readonly hash: string
  readonly blockHash: string
  readonly blockNumber: number
  readonly extrinsicIndex: number
  /** What was paid, tip included; 0 for a call without fee. */
  readonly feeRao: bigint
  readonly events: readonly ChainEvent[]
}

/** `block-index`, as btcli writes it. */
export function extrinsicIdentifier({ blockNumber, extrinsicIndex }: Receipt): string {
  return `${blockNumber}-${extrinsicIndex.toString().padStart(4, '0')}`
}

/** The event of this name, if the transaction raised it: `SubtensorModule.StakeAdded`. */
export function eventOf(receipt: Receipt, name: string): ChainEvent | undefined {
  return receipt.events.find((event) => `${event.pallet}.${event.name}` === name)
}

/**
 * Reads the receipt of a transaction that is in a block.
 *
 * @throws TaoError  the call failed, or a call inside of it (proxy, sudo)
 */
export async function readReceipt(
  client: Client,
  { hash, blockHash }: { hash: string; blockHash: string },
): Promise<Receipt> {
  const { api } = client
  const at = withPrefix(blockHash)
  const system = api.query['system']?.['events']
  if (system === undefined) throw new Error('a chain without System.Events')
  const [{ block }, [records]] = await Promise.all([
    api.rpc.chain.getBlock(at),
    api.rpc.state.queryStorageAt<[Vec<EventRecord>]>([system.creator], at),
  ])
  const extrinsicIndex = block.extrinsics.findIndex(({ hash: one }) => bytesToHex(one) === hash)
  if (extrinsicIndex === -1) throw new Error(`block ${blockHash} lacks the transaction ${hash}`)
  const own = records.filter(
    ({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eqn(extrinsicIndex),
  )
  const blockNumber = block.header.number.toNumber()
  const events = own.map(chainEvent)
  const receipt = { hash, blockHash, blockNumber, extrinsicIndex, feeRao: feeOf(events), events }
  for (const { event } of own) {
    const error = failureIn(event.section, event.method, event.data)
    if (error === undefined) continue
    throw callFailedError(callFailure(api, error), {
      hash: `0x${hash}`,
      extrinsicIdentifier: extrinsicIdentifier(receipt),
      feeRao: String(receipt.feeRao),
    })
  }
  return receipt
}

function chainEvent({ event }: EventRecord): ChainEvent {
  const { data } = event
  const names = data.names ?? []
  const values = [...data].map((value, i) => [names[i] ?? String(i), plain(value)] as const)
  const pallet = event.section.charAt(0).toUpperCase() + event.section.slice(1)
  return { pallet, name: event.method, data: Object.fromEntries(values) }
}

function feeOf(events: readonly ChainEvent[]): bigint {
  const paid = events.find(({ name }) => name === 'TransactionFeePaid')?.data
  return typeof paid?.['actualFee'] === 'bigint' ? paid['actualFee'] : 0n
}

/** Calls that carry another one report its failure in an event and succeed themselves. */
const INNER_RESULTS: ReadonlySet<string> = new Set([
  'sudo.Sudid',
  'sudo.SudoAsDone',
  'proxy.ProxyExecuted',
  'multisig.MultisigExecuted',
])

function failureIn(
  section: string,
  method: string,
  data: readonly Codec[] & { readonly names: string[] | null },
): DispatchError | undefined {
  const name = `${section}.${method}`
  if (name === 'system.ExtrinsicFailed') return data[0] as DispatchError
  if (name === 'utility.BatchInterrupted') return data[1] as DispatchError
  if (!INNER_RESULTS.has(name)) return undefined
  const result = data.find((value): value is Codec & InnerResult => 'isErr' in value)
  return result?.isErr === true ? result.asErr : undefined
}

interface InnerResult {
  readonly isErr: boolean
  readonly asErr: DispatchError
}
