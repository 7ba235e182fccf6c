/**
 * What stakers of a dissolved subnet get: its TAO, in proportion to their alpha.
 *
 * Source: ../shared/spec/subnets.md section 3.3 step 2, staking.md section 18 (subtensor
 * `staking/remove_stake.rs` `destroy_alpha_in_out_stakes`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { convert, U64F64, U96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { minBigint, saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { reducibleBalance, transfer } from '../../balances/ledger.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { toU64 } from '../staking/safe-float.ts'
import { nominatorsOn, shareOf, stakeOf } from '../staking/stake-ledger.ts'
import { recycleTao } from '../tao.ts'
import { subnetAccountId } from './lookup.ts'

const U128_MAX = (1n << 128n) - 1n

/** Alpha, and the coldkey it belongs to; undefined is the protocol's, which is not paid. */
export interface Claimant {
  readonly coldkey: AccountId | undefined
  readonly alpha: bigint
}

export interface Payout {
  readonly coldkey: AccountId | undefined
  readonly tao: bigint
}

/**
 * Divides the pot: floored shares, then one rao each to the largest remainders. With a leftover the
 * payouts come in the order of the remainders, and that is the order in which they are paid.
 */
export function dividePot(pot: bigint, claimants: readonly Claimant[]): Payout[] {
  const total = claimants.reduce((sum, { alpha }) => sum + alpha, 0n)
  if (pot === 0n || total === 0n) return []
  const shares = claimants.map(({ coldkey, alpha }) => {
    const exact = pot * alpha
    const product = exact > U128_MAX ? U128_MAX : exact
    return { coldkey, tao: product / total, remainder: product % total }
  })
  const left = saturatingSubU64(
    pot,
    shares.reduce((sum, { tao }) => sum + tao, 0n),
  )
  if (left === 0n) return shares
  const sorted = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1,
  )
  return sorted.map(({ coldkey, tao }, place) => ({
    coldkey,
    tao: BigInt(place) < left ? tao + 1n : tao,
  }))
}

/** Pays everybody, destroys the alpha and recycles what is left of the subnet's TAO. */
export function payOutStakers(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  const legacy = s.networkRegisteredAt.get(netuid) < s.networkRegistrationStartBlock.get()
  const locked = s.subnetLocked.get(netuid)
  const ownerReceived = legacy && locked > 0n ? ownerCutValue(ctx, netuid) : 0n

  const positions = stakePositions(ctx, netuid)
  const protocol = protocolAlpha(ctx, netuid)
  const claimants: Claimant[] = positions.map(({ coldkey, alpha }) => ({ coldkey, alpha }))
  if (protocol > 0n) claimants.push({ coldkey: undefined, alpha: protocol })

  const pot = s.subnetTao.get(netuid)
  if (pot > 0n) {
    s.subnetTao.remove(netuid)
    s.totalStake.set(saturatingSubU64(s.totalStake.get(), pot))
  }
  let protocolTao = 0n
  for (const { coldkey, tao } of dividePot(
    pot,
    claimants.filter(({ alpha }) => alpha > 0n),
  )) {
    if (coldkey === undefined) protocolTao = tao
    else if (tao > 0n) pay(ctx, netuid, coldkey, tao)
  }
  removeAlpha(ctx, netuid)
  s.subnetLocked.set(netuid, 0n)
  if (legacy) {
    const refund = saturatingSubU64(locked, ownerReceived)
    refundOwner(ctx, netuid, refund, protocolTao)
  }
  recycleRest(ctx, netuid)
}

interface Position {
  readonly hotkey: AccountId
  readonly coldkey: AccountId
  readonly alpha: bigint
}

/** Hotkeys in raw key order, the coldkeys of each ascending. */
function stakePositions(ctx: Ctx, netuid: number): Position[] {
  const positions: Position[] = []
  for (const hotkey of stakedHotkeys(ctx, netuid)) {
    for (const coldkey of nominatorsOn(ctx, hotkey, netuid)) {
      const position = { hotkey, coldkey, netuid }
      const value = stakeOf(ctx, position)
      const share = shareOf(ctx, position)
      // A share too small to be worth a rao still counts with its own number.
      const alpha = value > 0n ? value : share === undefined ? 0n : toU64(share)
      if (alpha > 0n) positions.push({ hotkey, coldkey, alpha })
    }
  }
  return positions
}

function stakedHotkeys(ctx: Ctx, netuid: number): AccountId[] {
  return ctx.storage.subtensor.totalHotkeyAlpha
    .entries()
    .filter(([, of]) => of === netuid)
    .map(([hotkey]) => hotkey)
}

/** The alpha that the chain bought for itself, and the pool's own since its TAO is paid out too. */
function protocolAlpha(ctx: Ctx, netuid: number): bigint {
  const s = ctx.storage.subtensor
  const own = s.subnetProtocolAlpha.get(netuid)
  const counted = s.networkRegisteredAt.get(netuid) > s.taoInRefundDeploymentBlock.get()
  return counted ? saturatingAddU64(own, s.subnetAlphaIn.get(netuid)) : own
}

/** What the owner's cut of all alpha is worth: subtracted from the refund of an old lock. */
function ownerCutValue(ctx: Ctx, netuid: number): bigint {
  const s = ctx.storage.subtensor
  const issued = saturatingAddU64(s.subnetAlphaIn.get(netuid), s.subnetAlphaOut.get(netuid))
  const cut = U96F32.safeDiv(U96F32.fromInt(s.subnetOwnerCut.get()), U96F32.fromInt(0xffff))
  const alpha = U96F32.floor(U96F32.saturatingMul(U96F32.fromNum(issued), cut))
  const price = convert(U64F64, U96F32, currentAlphaPrice(ctx, netuid))
  return U96F32.toU64(U96F32.saturatingMul(alpha, price))
}

/** A payout that the balance rules refuse is lost to the coldkey and recycled with the rest. */
function pay(ctx: Ctx, netuid: number, coldkey: AccountId, tao: bigint): void {
  try {
    ctx.transaction(() =>
      transfer(ctx, {
        from: subnetAccountId(netuid),
        to: coldkey,
        amount: tao,
        preservation: 'Expendable',
      }),
    )
  } catch (error) {
    if (!(error instanceof DispatchFailure)) throw error
  }
}

function refundOwner(ctx: Ctx, netuid: number, wanted: bigint, protocolTao: bigint): void {
  const held = reducibleBalance(ctx, subnetAccountId(netuid), 'Expendable')
  const refund = minBigint(wanted, saturatingSubU64(held, protocolTao))
  if (refund > 0n) pay(ctx, netuid, ctx.storage.subtensor.subnetOwner.get(netuid), refund)
}

function removeAlpha(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  for (const hotkey of stakedHotkeys(ctx, netuid)) {
    for (const coldkey of nominatorsOn(ctx, hotkey, netuid)) {
      s.alpha.remove(hotkey, coldkey, netuid)
      s.alphaV2.remove(hotkey, coldkey, netuid)
    }
    s.totalHotkeyAlpha.remove(hotkey, netuid)
    s.totalHotkeyShares.remove(hotkey, netuid)
    s.totalHotkeySharesV2.remove(hotkey, netuid)
  }
  s.subnetAlphaIn.remove(netuid)
  s.subnetAlphaOut.remove(netuid)
  s.subnetProtocolAlpha.remove(netuid)
}

/** The existential deposit stays and waits for the next subnet of this number. */
function recycleRest(ctx: Ctx, netuid: number): void {
  const account = subnetAccountId(netuid)
  const rest = reducibleBalance(ctx, account, 'Preserve')
  if (rest > 0n) recycleTao(ctx, account, rest)
}
