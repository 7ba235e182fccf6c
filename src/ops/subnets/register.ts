/**
 * Registering a hotkey on a subnet: burn with a price limit, burn without one, or a seat on root.
 *
 * Source: ../shared/spec/subnets.md sections 5 and 6, ../shared/spec/cli-stake-subnets.md section 9.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, makeCall } from '../../chain/names.ts'
import { latest, type View } from '../../chain/read.ts'
import { estimateFee } from '../../chain/submit.ts'
import { type AccountId, ZERO_ACCOUNT } from '../../primitives/account-id.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { requireFunds } from '../funds.ts'
import { limitAbove } from '../stake/price-limit.ts'
import { readSubnet } from './subnet-info.ts'

export interface RegisterPlan {
  readonly call: Call
  readonly symbol: string
  /** What is burned; nothing on root. */
  readonly costRao: bigint
  /** The most that may be burned, when a limit is set. */
  readonly limitRao: bigint | undefined
  readonly feeRao: bigint
  /** Blocks in which the transaction stays valid, as btcli chooses them. */
  readonly eraBlocks: number | undefined
}

/** The hotkey has a uid already. */
export interface AlreadyRegistered {
  readonly uid: number
}

export interface RegisterOptions {
  readonly netuid: number
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  /** How far the price may rise before the chain refuses; without it there is no limit. */
  readonly tolerance?: number | undefined
}

/**
 * @throws TaoError SUBNET_NOT_FOUND, REGISTRATION_DISABLED, NOT_ENOUGH_BALANCE, HOTKEY_OF_OTHERS
 */
export async function planRegister(
  client: Client,
  options: RegisterOptions,
): Promise<RegisterPlan | AlreadyRegistered> {
  const { netuid, coldkey, hotkey, tolerance } = options
  const view = await latest(client)
  const info = await readSubnet(view, netuid)
  const uid = await uidOf(view, netuid, hotkey)
  if (uid !== undefined) return { uid }
  await requireOwnHotkey(view, { coldkey, hotkey })
  if (netuid === 0) return planRoot(client, view, options, info.symbol)
  const [costRao, allowed] = await Promise.all([
    view.storage<bigint>('SubtensorModule.Burn', netuid),
    view.storage<boolean>('SubtensorModule.NetworkRegistrationAllowed', netuid),
  ])
  if (!allowed) throw registrationDisabled(netuid)
  const limitRao = tolerance === undefined ? undefined : limitAbove(costRao, tolerance)
  const call =
    limitRao === undefined
      ? makeCall(client, 'SubtensorModule.burned_register', { netuid, hotkey })
      : makeCall(client, 'SubtensorModule.register_limit', { netuid, hotkey, limitPrice: limitRao })
  const feeRao = await estimateFee(client, call, coldkey)
  await requireFunds(view, { coldkey, amountRao: costRao, feeRao, purpose: 'the registration' })
  const left = BigInt(info.tempo) - info.blocksSinceLastStep
  const eraBlocks = left > 0n ? Number(left) : undefined
  return { call, symbol: info.symbol, costRao, limitRao, feeRao, eraBlocks }
}

async function planRoot(
  client: Client,
  view: View,
  { coldkey, hotkey }: RegisterOptions,
  symbol: string,
): Promise<RegisterPlan> {
  const call = makeCall(client, 'SubtensorModule.root_register', { hotkey })
  const feeRao = await estimateFee(client, call, coldkey)
  await requireFunds(view, { coldkey, amountRao: 0n, feeRao, purpose: 'the registration' })
  return { call, symbol, costRao: 0n, limitRao: undefined, feeRao, eraBlocks: undefined }
}

/** The slot of a hotkey on a subnet, if it has one. */
export async function uidOf(
  view: View,
  netuid: number,
  hotkey: AccountId,
): Promise<number | undefined> {
  return (await view.storage<number | null>('SubtensorModule.Uids', netuid, hotkey)) ?? undefined
}

const NOBODY = ss58Encode(ZERO_ACCOUNT)

/** Address of the coldkey that owns a hotkey on the chain, if the chain knows the hotkey. */
export async function ownerOf(view: View, hotkey: AccountId): Promise<string | undefined> {
  const owner = await view.storage<string>('SubtensorModule.Owner', hotkey)
  return owner === NOBODY ? undefined : owner
}

async function requireOwnHotkey(
  view: View,
  { coldkey, hotkey }: { coldkey: AccountId; hotkey: AccountId },
): Promise<void> {
  const owner = await ownerOf(view, hotkey)
  if (owner === undefined || owner === ss58Encode(coldkey)) return
  throw new TaoError(
    'HOTKEY_OF_OTHERS',
    `hotkey ${ss58Encode(hotkey)} belongs to coldkey ${owner} on this chain`,
    {
      exitCode: ExitCode.rejected,
      suggestions: ['--wallet-name names the wallet with that coldkey', 'tao wallet new-hotkey'],
      data: { hotkey: ss58Encode(hotkey), owner, coldkey: ss58Encode(coldkey) },
    },
  )
}

function registrationDisabled(netuid: number): TaoError {
  return new TaoError('REGISTRATION_DISABLED', `subnet ${netuid} takes no registrations now`, {
    exitCode: ExitCode.rejected,
    suggestions: ['tao subnets list shows others', `tao sudo get --netuid ${netuid}`],
    data: { netuid },
  })
}
