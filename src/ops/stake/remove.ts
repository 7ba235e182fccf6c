/**
 * Unstaking: amounts of alpha back into TAO, or everything of a hotkey.
 *
 * Source: ../shared/spec/staking.md section 6, ../shared/spec/cli-stake-subnets.md section 3.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, makeCall } from '../../chain/names.ts'
import { latest } from '../../chain/read.ts'
import type { Receipt } from '../../chain/receipt.ts'
import { estimateFee } from '../../chain/submit.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { type AlphaBalance, formatAlpha, parseAlpha } from '../../primitives/amount.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { taoText } from '../units.ts'
import { type Protection, requireTradable, type Staked } from './add.ts'
import { allOrNothing } from './batch.ts'
import { type Position, readPositions } from './positions.ts'
import { limitBelow } from './price-limit.ts'
import { type Quote, quoteSell } from './quote.ts'

export interface RemoveOptions {
  readonly coldkey: AccountId
  readonly hotkeys: readonly AccountId[]
  readonly netuids: readonly number[]
  /** Alpha of each pair of hotkey and subnet, or all of it. */
  readonly amount: bigint | 'all'
  readonly protection: Protection | undefined
}

/** One sale of the plan. */
export interface RemoveEntry extends Quote {
  /** Address. */
  readonly hotkey: string
  readonly netuid: number
  readonly alpha: bigint
  /** The lowest price taken, where there is a limit. */
  readonly limitRao: bigint | undefined
}

export interface RemovePlan {
  readonly call: Call
  readonly entries: readonly RemoveEntry[]
  readonly feeRao: bigint
}

/** @throws TaoError SUBNET_NOT_FOUND, SUBTOKEN_DISABLED, NOTHING_STAKED, NOT_ENOUGH_STAKE */
export async function planRemove(client: Client, options: RemoveOptions): Promise<RemovePlan> {
  const { coldkey, netuids, amount, protection } = options
  const view = await latest(client)
  for (const netuid of netuids) await requireTradable(view, netuid)
  const hotkeys = options.hotkeys.map((hotkey) => ss58Encode(hotkey))
  const positions = (await readPositions(view, coldkey)).filter(
    ({ hotkey, netuid }) => hotkeys.includes(hotkey) && netuids.includes(netuid),
  )
  const sales = chosen(positions, amount, { hotkeys, netuids })
  const entries = await Promise.all(
    sales.map(async ({ hotkey, netuid, alpha }): Promise<RemoveEntry> => {
      const quote = await quoteSell(view, netuid, alpha)
      const limited = protection !== undefined && netuid !== 0
      const limitRao = limited ? limitBelow(quote.priceRao, protection.tolerance) : undefined
      return { hotkey, netuid, alpha, ...quote, limitRao }
    }),
  )
  const call = allOrNothing(
    client,
    entries.map((entry) => unstakeCall(client, entry, protection)),
  )
  return { call, entries, feeRao: await estimateFee(client, call, coldkey) }
}

interface Sale {
  readonly hotkey: string
  readonly netuid: number
  readonly alpha: bigint
}

function chosen(
  positions: readonly Position[],
  amount: bigint | 'all',
  wanted: { hotkeys: readonly string[]; netuids: readonly number[] },
): Sale[] {
  if (positions.length === 0) throw nothingStaked(wanted)
  if (amount === 'all') return positions.map(({ stake, ...place }) => ({ ...place, alpha: stake }))
  const enough = positions.filter(({ stake }) => stake >= amount)
  const [first] = positions
  if (enough.length === 0 && first !== undefined) throw notEnoughStake(first, amount)
  return enough.map(({ hotkey, netuid }) => ({ hotkey, netuid, alpha: amount }))
}

function unstakeCall(
  client: Client,
  { hotkey, netuid, alpha: amountUnstaked, limitRao: limitPrice }: RemoveEntry,
  protection: Protection | undefined,
): Call {
  const common = { hotkey, netuid, amountUnstaked }
  if (limitPrice === undefined) return makeCall(client, 'SubtensorModule.remove_stake', common)
  const allowPartial = protection?.partial ?? false
  const limited = { ...common, limitPrice, allowPartial }
  return makeCall(client, 'SubtensorModule.remove_stake_limit', limited)
}

/** Everything behind some hotkeys. */
export interface RemoveAllPlan {
  readonly call: Call
  readonly entries: readonly RemoveEntry[]
  /** Addresses, in the order of the batch. */
  readonly hotkeys: readonly string[]
  readonly feeRao: bigint
}

/**
 * @param keepOnRoot  leave the stake on root, and stake there what the rest gives
 * @throws TaoError NOTHING_STAKED
 */
export async function planRemoveAll(
  client: Client,
  options: { coldkey: AccountId; hotkeys: readonly AccountId[]; keepOnRoot: boolean },
): Promise<RemoveAllPlan> {
  const { coldkey, keepOnRoot } = options
  const view = await latest(client)
  const wanted = options.hotkeys.map((hotkey) => ss58Encode(hotkey))
  const positions = (await readPositions(view, coldkey)).filter(
    ({ hotkey, netuid }) => wanted.includes(hotkey) && !(keepOnRoot && netuid === 0),
  )
  if (positions.length === 0) throw nothingStaked({ hotkeys: wanted, netuids: [] })
  const entries = await Promise.all(
    positions.map(async ({ hotkey, netuid, stake: alpha }): Promise<RemoveEntry> => {
      const quote = await quoteSell(view, netuid, alpha)
      return { hotkey, netuid, alpha, ...quote, limitRao: undefined }
    }),
  )
  const hotkeys = [...new Set(positions.map(({ hotkey }) => hotkey))]
  const name = keepOnRoot ? 'SubtensorModule.unstake_all_alpha' : 'SubtensorModule.unstake_all'
  const call = allOrNothing(
    client,
    hotkeys.map((hotkey) => makeCall(client, name, { hotkey })),
  )
  return { call, entries, hotkeys, feeRao: await estimateFee(client, call, coldkey) }
}

function nothingStaked({
  hotkeys,
  netuids,
}: {
  hotkeys: readonly string[]
  netuids: readonly number[]
}): TaoError {
  const where = netuids.length === 0 ? '' : ` on subnet ${netuids.join(', ')}`
  return new TaoError(
    'NOTHING_STAKED',
    `this coldkey has no stake behind ${hotkeys.join(', ')}${where}`,
    {
      exitCode: ExitCode.rejected,
      suggestions: ['tao stake list shows where it has'],
      data: { hotkeys, netuids },
    },
  )
}

function notEnoughStake({ hotkey, netuid, stake }: Position, alpha: bigint): TaoError {
  const missing = alpha - stake
  return new TaoError(
    'NOT_ENOUGH_STAKE',
    `${formatAlpha(alpha)} alpha are more than the ${formatAlpha(stake)} behind ${hotkey} on ` +
      `subnet ${netuid}: ${formatAlpha(missing)} are missing`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [`--amount ${formatAlpha(stake)}`, 'tao stake list'],
      data: { hotkey, netuid, stake: stake.toString(), missing: missing.toString() },
    },
  )
}

/** Columns of the preview. */
export const REMOVE_COLUMNS = [
  { title: 'NETUID', numeric: true },
  { title: 'HOTKEY' },
  { title: 'AMOUNT ALPHA', numeric: true },
  { title: 'PRICE TAO/ALPHA', numeric: true },
  { title: 'RECEIVED TAO', numeric: true },
  { title: 'SLIPPAGE', numeric: true },
  { title: 'POOL FEE ALPHA', numeric: true },
  { title: 'LOWEST PRICE', numeric: true },
]

/** Texts of the preview. */
export function removeRows(entries: readonly RemoveEntry[], exact: boolean): string[][] {
  return entries.map((entry) => [
    String(entry.netuid),
    entry.hotkey,
    taoText(entry.alpha, true),
    taoText(entry.priceRao, true),
    taoText(entry.received, exact),
    `${(entry.slippage * 100).toFixed(2)} %`,
    taoText(entry.poolFee, true),
    entry.limitRao === undefined ? 'any' : taoText(entry.limitRao, true),
  ])
}

/** Subnets on which a coldkey has stake. */
export async function stakedNetuids(client: Client, coldkey: AccountId): Promise<number[]> {
  const positions = await readPositions(await latest(client), coldkey)
  return [...new Set(positions.map(({ netuid }) => netuid))].sort((a, b) => a - b)
}

/** An amount of alpha, or everything. @throws AmountError */
export function parseUnstakeAmount(text: string): AlphaBalance | 'all' {
  return text.trim().toLowerCase() === 'all' ? 'all' : parseAlpha(text)
}

/** Every sale of a transaction, from its `StakeRemoved`: coldkey, hotkey, TAO, alpha, netuid, fee. */
export function unstakedAmounts({ events }: Receipt): Staked[] {
  return events
    .filter(({ pallet, name }) => pallet === 'SubtensorModule' && name === 'StakeRemoved')
    .map(({ data }) => ({
      netuid: Number(data['4']),
      hotkey: String(data['1']),
      taoRao: BigInt(String(data['2'])),
      alpha: BigInt(String(data['3'])),
    }))
}
