/**
 * Staking: what it costs, what it gives, and the calls for it.
 *
 * Source: ../shared/spec/staking.md section 5, ../shared/spec/cli-stake-subnets.md section 2.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, makeCall } from '../../chain/names.ts'
import { latest, type View } from '../../chain/read.ts'
import type { Receipt } from '../../chain/receipt.ts'
import { estimateFee } from '../../chain/submit.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { hotkeyUnknown, notEnoughBalance, subnetNotStarted } from '../errors.ts'
import { requireFunds, spendable } from '../funds.ts'
import { ownerOf } from '../subnets/register.ts'
import { requireSubnet } from '../subnets/subnet-info.ts'
import { taoText } from '../units.ts'
import { allOrNothing } from './batch.ts'
import { limitAbove } from './price-limit.ts'
import { type Quote, quoteBuy } from './quote.ts'

/** Refusal of prices that moved too far. */
export interface Protection {
  /** From 0 to 1. */
  readonly tolerance: number
  /** Whether to take as much as the limit allows instead of refusing. */
  readonly partial: boolean
}

export interface AddOptions {
  readonly coldkey: AccountId
  readonly hotkeys: readonly AccountId[]
  readonly netuids: readonly number[]
  /** Rao for each pair of hotkey and subnet, or everything that can be spent. */
  readonly amount: bigint | 'all'
  /** Without it any price is taken. */
  readonly protection: Protection | undefined
}

/** One purchase of the plan. */
export interface AddEntry extends Quote {
  readonly hotkey: AccountId
  readonly netuid: number
  readonly amountRao: bigint
  /** The highest price taken, where there is a limit. */
  readonly limitRao: bigint | undefined
}

export interface AddPlan {
  readonly call: Call
  readonly entries: readonly AddEntry[]
  readonly feeRao: bigint
  /** Hotkeys that the chain does not know and that are left out. */
  readonly dropped: readonly AccountId[]
}

/**
 * @throws TaoError SUBNET_NOT_FOUND, SUBTOKEN_DISABLED, HOTKEY_NOT_ON_CHAIN, NOT_ENOUGH_BALANCE,
 *                  INSUFFICIENT_LIQUIDITY, SEVERAL_SUBNETS
 */
export async function planAdd(client: Client, options: AddOptions): Promise<AddPlan> {
  const { coldkey, netuids, amount, protection } = options
  const view = await latest(client)
  if (amount === 'all' && netuids.length > 1) throw severalSubnets()
  for (const netuid of netuids) await requireTradable(view, netuid)
  const { known, dropped } = await sortOut(view, options.hotkeys, netuids[0] ?? 0)
  const pairs = netuids.flatMap((netuid) => known.map((hotkey) => ({ netuid, hotkey })))
  const callFor = (amountRao: bigint): Call =>
    allOrNothing(
      client,
      pairs.map((pair) => stakeCall(client, { ...pair, amountRao }, undefined)),
    )
  const whole = { coldkey, count: pairs.length, callFor }
  const amountRao = amount === 'all' ? await wholeBalance(view, whole) : amount
  const total = { coldkey, amountRao: amountRao * BigInt(pairs.length), purpose: 'the stake' }
  // Before the quotes: a pool cannot trade more than there is either, and says so less clearly.
  if (total.amountRao > (await spendable(view, coldkey))) {
    await requireFunds(view, {
      ...total,
      feeRao: await estimateFee(client, callFor(amountRao), coldkey),
    })
  }
  const entries = await Promise.all(
    pairs.map(async (pair): Promise<AddEntry> => {
      const quote = await quoteBuy(view, pair.netuid, amountRao)
      // Root has one price for ever, and its limit call would only cost more.
      const limited = protection !== undefined && pair.netuid !== 0
      const limitRao = limited ? limitAbove(quote.priceRao, protection.tolerance) : undefined
      return { ...pair, ...quote, amountRao, limitRao }
    }),
  )
  const call = allOrNothing(
    client,
    entries.map((entry) => stakeCall(client, entry, protection)),
  )
  const feeRao = await estimateFee(client, call, coldkey)
  await requireFunds(view, { ...total, feeRao })
  return { call, entries, feeRao, dropped }
}

function stakeCall(
  client: Client,
  entry: { hotkey: AccountId; netuid: number; amountRao: bigint; limitRao?: bigint | undefined },
  protection: Protection | undefined,
): Call {
  const { hotkey, netuid, amountRao: amountStaked, limitRao: limitPrice } = entry
  const common = { hotkey, netuid, amountStaked }
  if (limitPrice === undefined) return makeCall(client, 'SubtensorModule.add_stake', common)
  const allowPartial = protection?.partial ?? false
  const limited = { ...common, limitPrice, allowPartial }
  return makeCall(client, 'SubtensorModule.add_stake_limit', limited)
}

/** The share of each purchase when the whole balance is staked and the fee is paid. */
async function wholeBalance(
  view: View,
  parts: { coldkey: AccountId; count: number; callFor: (amountRao: bigint) => Call },
): Promise<bigint> {
  const { coldkey, count, callFor } = parts
  const availableRao = await spendable(view, coldkey)
  const feeRao = await estimateFee(view.client, callFor(availableRao), coldkey)
  // A limit and its flag make the transaction longer; every byte costs a rao.
  const reserve = feeRao + feeRao / 2n
  if (availableRao <= reserve) {
    throw notEnoughBalance({ coldkey, amountRao: 1n, feeRao, availableRao, purpose: 'the stake' })
  }
  return (availableRao - reserve) / BigInt(count)
}

/** @throws TaoError SUBNET_NOT_FOUND, SUBTOKEN_DISABLED */
export async function requireTradable(view: View, netuid: number): Promise<void> {
  await requireSubnet(view, netuid)
  const enabled = await view.storage<boolean>('SubtensorModule.SubtokenEnabled', netuid)
  if (!enabled) throw subnetNotStarted(netuid)
}

async function sortOut(
  view: View,
  hotkeys: readonly AccountId[],
  netuid: number,
): Promise<{ known: AccountId[]; dropped: AccountId[] }> {
  const owners = await Promise.all(hotkeys.map((hotkey) => ownerOf(view, hotkey)))
  const known = hotkeys.filter((_, i) => owners[i] !== undefined)
  const dropped = hotkeys.filter((_, i) => owners[i] === undefined)
  const [first] = dropped
  if (known.length === 0 && first !== undefined) throw hotkeyUnknown(first, netuid)
  return { known, dropped }
}

function severalSubnets(): TaoError {
  return new TaoError('SEVERAL_SUBNETS', 'the whole balance can go to one subnet only', {
    exitCode: ExitCode.usage,
    suggestions: ['--amount TAO stakes that much on each of several subnets', '--netuid N'],
  })
}

/** Columns of the preview. */
export const ADD_COLUMNS = [
  { title: 'NETUID', numeric: true },
  { title: 'HOTKEY' },
  { title: 'AMOUNT TAO', numeric: true },
  { title: 'PRICE TAO/ALPHA', numeric: true },
  { title: 'RECEIVED ALPHA', numeric: true },
  { title: 'SLIPPAGE', numeric: true },
  { title: 'POOL FEE TAO', numeric: true },
  { title: 'HIGHEST PRICE', numeric: true },
]

/** Texts of the preview. */
export function addRows({ entries }: AddPlan, exact: boolean): string[][] {
  return entries.map((entry) => [
    String(entry.netuid),
    ss58Encode(entry.hotkey),
    taoText(entry.amountRao, true),
    taoText(entry.priceRao, true),
    taoText(entry.received, exact),
    `${(entry.slippage * 100).toFixed(2)} %`,
    taoText(entry.poolFee, true),
    entry.limitRao === undefined ? 'any' : taoText(entry.limitRao, true),
  ])
}

/** What was bought, as the chain's events tell it. */
export interface Staked {
  readonly netuid: number
  /** Address. */
  readonly hotkey: string
  readonly taoRao: bigint
  readonly alpha: bigint
}

/** Every purchase of a transaction. Fields of `StakeAdded`: coldkey, hotkey, TAO, alpha, netuid, fee. */
export function stakedAmounts({ events }: Receipt): Staked[] {
  return events
    .filter(({ pallet, name }) => pallet === 'SubtensorModule' && name === 'StakeAdded')
    .map(({ data }) => ({
      netuid: Number(data['4']),
      hotkey: String(data['1']),
      taoRao: BigInt(String(data['2'])),
      alpha: BigInt(String(data['3'])),
    }))
}
