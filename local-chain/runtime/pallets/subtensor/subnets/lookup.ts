/**
 * Small questions about subnets that every part of the pallet asks: which exist, what accounts they
 * have, who owns them.
 *
 * Source: ../shared/spec/subnets.md sections 0, 1 and 13; block-pipeline.md section 0.
 *
 * @module
 */
import { type AccountId, accountId } from '../../../../../src/primitives/account-id.ts'
import { badOrigin } from '../../../../frame/dispatch-error.ts'
import { ensureSigned, type Origin } from '../../../../frame/origin.ts'
import type { Ctx } from '../../../context.ts'

export const ROOT_NETUID = 0

/** Storage indices of one mechanism lie this far apart: netuids are below it. */
const MECHANISM_STRIDE = 4096
const U16_MAX = 0xffff

/** Every netuid with a NetworksAdded key, in raw key order: 0, 256, 512, ..., 1, 257, ... */
export function allNetuids(ctx: Ctx): number[] {
  return ctx.storage.subtensor.networksAdded.keys()
}

export function subnetExists(ctx: Ctx, netuid: number): boolean {
  return ctx.storage.subtensor.networksAdded.get(netuid)
}

// ---------------------------------------------------------------- accounts

/** `modl` ++ `subtensr`, before the netuid. */
const SUBNET_PREFIX = '6d6f646c73756274656e7372'
const SUBNET_TAIL = '0'.repeat(36)
const subnetAccounts = new Map<number, AccountId>()

/** The account that holds a subnet's TAO. Every netuid has one, existing or not. */
export function subnetAccountId(netuid: number): AccountId {
  let account = subnetAccounts.get(netuid)
  if (account === undefined) {
    const low = (netuid & 0xff).toString(16).padStart(2, '0')
    const high = (netuid >> 8).toString(16).padStart(2, '0')
    account = accountId(`${SUBNET_PREFIX}${low}${high}${SUBNET_TAIL}`)
    subnetAccounts.set(netuid, account)
  }
  return account
}

/** Whether an account is the subnet account of some netuid: such accounts are never hotkeys. */
export function isSubnetAccount(account: AccountId): boolean {
  return account.startsWith(SUBNET_PREFIX) && account.endsWith(SUBNET_TAIL)
}

/** `modl` ++ `burntnsr`: where burnt TAO goes. */
export const BURN_ACCOUNT: AccountId = accountId(`6d6f646c6275726e746e7372${'0'.repeat(40)}`)

// ---------------------------------------------------------------- mechanisms

/** Key of Weights, Bonds, Incentive, LastUpdate and the commits of one mechanism. Saturates. */
export function mechanismIndex(netuid: number, mecid: number): number {
  return Math.min(Math.min(mecid * MECHANISM_STRIDE, U16_MAX) + netuid, U16_MAX)
}

/** The subnet and mechanism that a storage index means. */
export function mechanismOfIndex(index: number): { netuid: number; mecid: number } {
  return { netuid: index % MECHANISM_STRIDE, mecid: Math.floor(index / MECHANISM_STRIDE) }
}

/** Whether the subnet exists and has that many mechanisms. */
export function mechanismExists(ctx: Ctx, netuid: number, mecid: number): boolean {
  return (
    subnetExists(ctx, netuid) && ctx.storage.subtensor.mechanismCountCurrent.get(netuid) > mecid
  )
}

// ---------------------------------------------------------------- neurons

export function isRegistered(ctx: Ctx, netuid: number, hotkey: AccountId): boolean {
  return ctx.storage.subtensor.uids.exists(netuid, hotkey)
}

// ---------------------------------------------------------------- owners

/** @throws BadOrigin  not signed by the subnet's owner; an unset owner is the zero account */
export function ensureSubnetOwner(ctx: Ctx, origin: Origin, netuid: number): AccountId {
  const who = ensureSigned(origin)
  if (ctx.storage.subtensor.subnetOwner.get(netuid) !== who) throw badOrigin
  return who
}

/** The owner, or `undefined` for root. @throws BadOrigin  neither */
export function ensureSubnetOwnerOrRoot(
  ctx: Ctx,
  origin: Origin,
  netuid: number,
): AccountId | undefined {
  return origin.type === 'Root' ? undefined : ensureSubnetOwner(ctx, origin, netuid)
}
