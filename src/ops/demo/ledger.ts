/**
 * Who earned what between two blocks, in rao of alpha, checked against what the chain minted.
 *
 * A subnet's alpha goes 18 % to its owner; of the rest half goes to miners and half to validators
 * and those who staked behind them. The part of that half that belongs to root stake is none here,
 * since nobody staked on root. Blocks are counted from right after one epoch to right after another,
 * so nothing is pending at either end.
 *
 * Source: ../shared/spec/block-pipeline.md sections 7.4, 7.7 and 12 (A2, A3).
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type View, viewAt } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { readPositions } from '../stake/positions.ts'
import type { Part } from './cast.ts'

/** Somebody whose stake is watched: a coldkey's share behind a hotkey. */
export interface Payee {
  readonly name: string
  readonly part: Part
  readonly coldkey: AccountId
  readonly hotkey: AccountId
}

export interface Earned {
  readonly name: string
  readonly part: Part
  readonly alpha: bigint
}

export interface Ledger {
  readonly from: number
  readonly to: number
  /** Alpha minted for those who take part. */
  readonly minted: bigint
  readonly earned: readonly Earned[]
  /** Minted and in nobody's hands: rounding down, payment by payment. */
  readonly rounding: bigint
  /** Alpha that emission bought from the pool with new TAO; it belongs to the protocol. */
  readonly bought: bigint
  /** Whether the subnet's counter of alpha grew by exactly what was minted and bought. */
  readonly isBalanced: boolean
}

/** Blocks may lose this much each by rounding, and each payment of an epoch as much as below. */
const ROUNDING_PER_BLOCK = 4n
const ROUNDING_PER_PAYMENT = 100n

export async function readLedger(
  client: Client,
  span: { netuid: number; from: number; to: number; epochs: number },
  payees: readonly Payee[],
): Promise<Ledger> {
  const { netuid, from, to, epochs } = span
  const [before, after] = await Promise.all([viewAt(client, from), viewAt(client, to)])
  const [old, now] = await Promise.all([
    stakes(before, netuid, payees),
    stakes(after, netuid, payees),
  ])
  const earned = payees.map(({ name, part }, i) => ({
    name,
    part,
    alpha: (now[i] ?? 0n) - (old[i] ?? 0n),
  }))
  const minted = await mintedBetween(client, span)
  const bought = await grown(before, after, 'SubtensorModule.SubnetProtocolAlpha', netuid)
  const counted = await grown(before, after, 'SubtensorModule.SubnetAlphaOut', netuid)
  const rounding = minted - earned.reduce((sum, { alpha }) => sum + alpha, 0n)
  const most =
    BigInt(to - from) * ROUNDING_PER_BLOCK + BigInt(epochs * payees.length) * ROUNDING_PER_PAYMENT
  return {
    from,
    to,
    minted,
    earned,
    rounding,
    bought,
    isBalanced: counted === minted + bought && rounding >= 0n && rounding <= most,
  }
}

async function stakes(view: View, netuid: number, payees: readonly Payee[]): Promise<bigint[]> {
  return Promise.all(
    payees.map(async ({ coldkey, hotkey }) => {
      const address = ss58Encode(hotkey)
      const positions = await readPositions(view, coldkey)
      const here = positions.find((one) => one.netuid === netuid && one.hotkey === address)
      return here?.stake ?? 0n
    }),
  )
}

/** What each block says it minted, summed up; the amount halves as a subnet's supply grows. */
async function mintedBetween(
  client: Client,
  { netuid, from, to }: { netuid: number; from: number; to: number },
): Promise<bigint> {
  const perBlock = async (number: number): Promise<bigint> =>
    (await viewAt(client, number)).storage('SubtensorModule.SubnetAlphaOutEmission', netuid)
  // Never rises, so where both ends agree everything between does.
  const [first, last] = await Promise.all([perBlock(from + 1), perBlock(to)])
  if (first === last) return first * BigInt(to - from)
  let sum = 0n
  for (let number = from + 1; number <= to; number += 1) sum += await perBlock(number)
  return sum
}

async function grown(before: View, after: View, item: string, netuid: number): Promise<bigint> {
  const [old, now] = await Promise.all([
    before.storage<bigint>(item, netuid),
    after.storage<bigint>(item, netuid),
  ])
  return now - old
}
