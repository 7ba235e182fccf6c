/**
 * StakeInfoRuntimeApi: what coldkeys hold behind which hotkeys, and what of it is locked.
 *
 * Source: ../shared/spec/runtime-api.md section 2, staking.md sections 14 and 15 (subtensor
 * `rpc_info/stake_info.rs`), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../src/primitives/account-id.ts'
import { btreeMap, option, struct, tuple, vec } from '../../frame/types/combinators.ts'
import { netuid, u64f64 } from '../../frame/types/common.ts'
import { bool, u64 } from '../../frame/types/primitives.ts'
import type { TypeOf } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { lockedAlpha, lockOf, rolled } from '../pallets/subtensor/staking/locks.ts'
import { isZero } from '../pallets/subtensor/staking/safe-float.ts'
import { shareOf, stakeOf, totalColdkeyAlpha } from '../pallets/subtensor/staking/stake-ledger.ts'
import { allNetuids, ROOT_NETUID } from '../pallets/subtensor/subnets/lookup.ts'
import { lockState } from '../pallets/subtensor/types.ts'
import { approximateFee } from '../pallets/swap/pool.ts'
import { saturatingSubU64 } from '../u64.ts'
import { convictionOf, mostConvictedHotkey } from './convictions.ts'
import {
  account,
  accountParam,
  api,
  cAlpha,
  cNetuid,
  cTao,
  cU64,
  query,
  RPC_INFO,
} from './types.ts'

const stakeInfo = struct(
  `${RPC_INFO}::stake_info::StakeInfo`,
  {
    hotkey: account,
    coldkey: account,
    netuid: cNetuid,
    stake: cAlpha,
    locked: cU64,
    emission: cAlpha,
    taoEmission: cTao,
    drain: cU64,
    isRegistered: bool,
  },
  accountParam,
)
const stakeAvailability = struct(`${RPC_INFO}::stake_info::StakeAvailability`, {
  total: cAlpha,
  locked: cAlpha,
  available: cAlpha,
})
type StakeInfo = TypeOf<typeof stakeInfo>
type Availability = TypeOf<typeof stakeAvailability>

function infoOf(ctx: Ctx, hotkey: AccountId, coldkey: AccountId, id: number): StakeInfo {
  const s = ctx.storage.subtensor
  return {
    hotkey,
    coldkey,
    netuid: id,
    stake: stakeOf(ctx, { hotkey, coldkey, netuid: id }),
    locked: 0n,
    emission: s.alphaDividendsPerSubnet.get(id, hotkey),
    taoEmission: 0n,
    drain: 0n,
    isRegistered: s.uids.exists(id, hotkey),
  }
}

/** Every position of a coldkey that is worth something: subnets outer, its hotkeys inner. */
function positionsOf(ctx: Ctx, coldkey: AccountId): StakeInfo[] {
  const hotkeys = ctx.storage.subtensor.stakingHotkeys.get(coldkey)
  const found: StakeInfo[] = []
  for (const id of allNetuids(ctx)) {
    for (const hotkey of hotkeys) {
      const share = shareOf(ctx, { hotkey, coldkey, netuid: id })
      if (share === undefined || isZero(share)) continue
      const info = infoOf(ctx, hotkey, coldkey, id)
      if (info.stake > 0n) found.push(info)
    }
  }
  return found
}

/** Netuids asked for, ascending and once each; all of them when none are named. */
function netuidsToReport(ctx: Ctx, asked: readonly number[] | undefined): number[] {
  const known = allNetuids(ctx)
  if (asked === undefined) return known.sort((a, b) => a - b)
  const wanted = [...new Set(asked)].sort((a, b) => a - b)
  if (wanted.length > known.length) return []
  const exists = new Set(known)
  return wanted.filter((id) => exists.has(id))
}

function availabilityOf(
  ctx: Ctx,
  coldkey: AccountId,
  netuids: readonly number[],
): (readonly [number, Availability])[] {
  return netuids.flatMap((id) => {
    const total = totalColdkeyAlpha(ctx, coldkey, id)
    const locked = lockedAlpha(ctx, coldkey, id)
    if (total === 0n && locked === 0n) return []
    return [[id, { total, locked, available: saturatingSubU64(total, locked) }] as const]
  })
}

/** What moves stake, or where it goes: a hotkey on a subnet. */
const place = option(tuple(account, netuid))
type Place = TypeOf<typeof place>

function feeOf(ctx: Ctx, origin: Place, destination: Place, amount: bigint): bigint {
  const same = origin?.[0] === destination?.[0] && origin?.[1] === destination?.[1]
  if (same) return 0n
  return approximateFee(ctx, destination?.[1] ?? origin?.[1] ?? ROOT_NETUID, amount)
}

export const stakeInfoApi = api(
  'StakeInfoRuntimeApi',
  {
    getStakeInfoForColdkey: query({
      docs: 'Every stake position of a coldkey.',
      args: { coldkeyAccount: account },
      returns: vec(stakeInfo),
      run: (ctx, { coldkeyAccount }) => positionsOf(ctx, coldkeyAccount),
    }),
    getStakeInfoForColdkeys: query({
      docs: 'Every stake position of several coldkeys.',
      args: { coldkeyAccounts: vec(account) },
      returns: vec(tuple(account, vec(stakeInfo))),
      run: (ctx, { coldkeyAccounts }) =>
        coldkeyAccounts.map((coldkey) => [coldkey, positionsOf(ctx, coldkey)] as const),
    }),
    getStakeInfoForHotkeyColdkeyNetuid: query({
      docs: 'One stake position, also where it is empty.',
      args: { hotkeyAccount: account, coldkeyAccount: account, netuid },
      returns: option(stakeInfo),
      run: (ctx, args) => infoOf(ctx, args.hotkeyAccount, args.coldkeyAccount, args.netuid),
    }),
    getStakeFee: query({
      docs: 'Fee of moving stake, at the fee rate of the subnet that takes it.',
      args: {
        origin: place,
        originColdkeyAccount: account,
        destination: place,
        destinationColdkeyAccount: account,
        amount: u64,
      },
      returns: u64,
      run: (ctx, args) => feeOf(ctx, args.origin, args.destination, args.amount),
    }),
    getStakeAvailabilityForColdkeys: query({
      docs: 'What coldkeys hold on subnets, and how much of it no lock ties.',
      args: { coldkeyAccounts: vec(account), netuids: option(vec(netuid)) },
      returns: btreeMap(account, btreeMap(netuid, stakeAvailability)),
      run: (ctx, args) => {
        const netuids = netuidsToReport(ctx, args.netuids)
        const coldkeys = [...new Set(args.coldkeyAccounts)].sort()
        return coldkeys.map((coldkey) => [coldkey, availabilityOf(ctx, coldkey, netuids)] as const)
      },
    }),
    getColdkeyLock: query({
      docs: "A coldkey's lock on a subnet as it stands now.",
      args: { coldkey: account, netuid },
      returns: option(lockState),
      run: (ctx, args) => {
        const held = lockOf(ctx, args.coldkey, args.netuid)
        return held && rolled(ctx, held)
      },
    }),
    getHotkeyConviction: query({
      docs: 'Conviction that all locks give a hotkey on a subnet, as it stands now.',
      args: { hotkey: account, netuid },
      returns: u64f64,
      run: (ctx, args) => convictionOf(ctx, args.netuid, args.hotkey),
    }),
    getMostConvictedHotkeyOnSubnet: query({
      docs: 'The hotkey with the most conviction on a subnet.',
      args: { netuid },
      returns: option(account),
      run: (ctx, args) => mostConvictedHotkey(ctx, args.netuid),
    }),
  },
  'Stake of coldkeys and what locks it.',
)
