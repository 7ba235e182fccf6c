/**
 * DelegateInfoRuntimeApi: who validates for others, and what that pays.
 *
 * Source: ../shared/spec/runtime-api.md section 2, staking.md section 15 (subtensor
 * `rpc_info/delegate_info.rs`), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../src/primitives/account-id.ts'
import { U64F64 } from '../../frame/fixed/index.ts'
import { option, struct, tuple, vec } from '../../frame/types/combinators.ts'
import type { TypeOf } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import {
  fromU64,
  fromU64F64,
  isZero,
  mulDiv,
  type SafeFloat,
  toU64,
} from '../pallets/subtensor/staking/safe-float.ts'
import { stakeOf } from '../pallets/subtensor/staking/stake-ledger.ts'
import { allNetuids, ROOT_NETUID } from '../pallets/subtensor/subnets/lookup.ts'
import { account, accountParam, api, cNetuid, cU16, cU64, query, RPC_INFO } from './types.ts'

const delegateInfo = struct(
  `${RPC_INFO}::delegate_info::DelegateInfo`,
  {
    delegateSs58: account,
    take: cU16,
    nominators: vec(tuple(account, vec(tuple(cNetuid, cU64)))),
    ownerSs58: account,
    registrations: vec(cNetuid),
    validatorPermits: vec(cNetuid),
    returnPer1000: { type: cU64, name: 'return_per_1000' },
    totalDailyReturn: cU64,
  },
  accountParam,
)
type DelegateInfo = TypeOf<typeof delegateInfo>
type Nominators = DelegateInfo['nominators']

const BLOCKS_PER_DAY = U64F64.fromInt(7_200)
const U16_WHOLE = U64F64.fromInt(0xffff)
/** 1000 TAO in rao. */
const THOUSAND_TAO = U64F64.fromNum(1_000_000_000_000n)

/** A coldkey's share behind a hotkey. */
interface HeldShare {
  readonly coldkey: AccountId
  readonly netuid: number
  readonly share: SafeFloat
}

/** All shares behind a hotkey that are not zero, by coldkey, then netuid. */
function sharesBehind(ctx: Ctx, hotkey: AccountId): HeldShare[] {
  const { alpha, alphaV2 } = ctx.storage.subtensor
  const shares = new Map<string, HeldShare>()
  const note = (coldkey: AccountId, netuid: number, share: SafeFloat) =>
    shares.set(`${coldkey}${netuid}`, { coldkey, netuid, share })
  for (const { keys, value } of alphaV2.entriesOf(hotkey)) note(keys[1], keys[2], value)
  for (const { keys, value } of alpha.entriesOf(hotkey)) {
    note(keys[1], keys[2], fromU64F64(value as U64F64))
  }
  return [...shares.values()]
    .filter((held) => !isZero(held.share))
    .sort((a, b) => {
      if (a.coldkey !== b.coldkey) return a.coldkey < b.coldkey ? -1 : 1
      return a.netuid - b.netuid
    })
}

/** What a share would be worth in the hotkey's pool on a subnet. */
function worthIn(ctx: Ctx, hotkey: AccountId, netuid: number, share: SafeFloat): bigint {
  const { totalHotkeyAlpha, totalHotkeyShares, totalHotkeySharesV2 } = ctx.storage.subtensor
  const denominator = totalHotkeyShares.exists(hotkey, netuid)
    ? fromU64F64(totalHotkeyShares.get(hotkey, netuid) as U64F64)
    : totalHotkeySharesV2.get(hotkey, netuid)
  const worth = mulDiv(fromU64(totalHotkeyAlpha.get(hotkey, netuid)), share, denominator)
  return worth === undefined ? 0n : toU64(worth)
}

/**
 * Everybody behind a delegate. The chain looks a share's pool up by its netuid as a POSITION in the
 * list of netuids, so after a gap a share is valued in another subnet's pool, or left out.
 */
function nominatorsOf(ctx: Ctx, hotkey: AccountId): Nominators {
  const netuids = allNetuids(ctx)
  const byColdkey = new Map<AccountId, [number, bigint][]>()
  for (const { coldkey, netuid, share } of sharesBehind(ctx, hotkey)) {
    const pool = netuids[netuid]
    if (pool === undefined) continue
    const list = byColdkey.get(coldkey) ?? []
    list.push([netuid, worthIn(ctx, hotkey, pool, share)])
    byColdkey.set(coldkey, list)
  }
  return [...byColdkey]
}

function delegateOf(ctx: Ctx, hotkey: AccountId, nominators: Nominators): DelegateInfo {
  const s = ctx.storage.subtensor
  const registrations = s.isNetworkMember
    .entriesOf(hotkey)
    .filter(([, member]) => member)
    .map(([netuid]) => netuid)
  const validatorPermits: number[] = []
  let daily = U64F64.zero
  for (const netuid of registrations) {
    const uid = s.uids.get(netuid, hotkey)
    if (uid === undefined) continue
    if (s.validatorPermit.get(netuid)[uid] === true) validatorPermits.push(netuid)
    const tempo = s.tempo.get(netuid)
    if (tempo === 0) continue
    const emission = U64F64.fromNum(s.emission.get(netuid)[uid] ?? 0n)
    const epochsPerDay = U64F64.safeDiv(BLOCKS_PER_DAY, U64F64.fromInt(tempo))
    daily = U64F64.saturatingAdd(daily, U64F64.saturatingMul(emission, epochsPerDay))
  }
  const take = s.delegates.get(hotkey)
  return {
    delegateSs58: hotkey,
    take,
    nominators,
    ownerSs58: s.owner.get(hotkey),
    registrations,
    validatorPermits,
    returnPer1000: returnPerThousand(daily, take, s.totalHotkeyAlpha.get(hotkey, ROOT_NETUID)),
    totalDailyReturn: U64F64.toU64(daily),
  }
}

/** What 1000 TAO of root stake behind the delegate would earn in a day, after its take. */
function returnPerThousand(daily: U64F64, take: number, rootStake: bigint): bigint {
  if (rootStake === 0n) return 0n
  const taken = U64F64.safeDiv(U64F64.fromInt(take), U16_WHOLE)
  const left = U64F64.saturatingMul(daily, U64F64.saturatingSub(U64F64.one, taken))
  const thousands = U64F64.safeDiv(U64F64.fromNum(rootStake), THOUSAND_TAO)
  return U64F64.toU64(U64F64.safeDiv(left, thousands))
}

/** Every delegate with the subnets on which the coldkey has a share behind it. */
function delegatedBy(ctx: Ctx, coldkey: AccountId): [DelegateInfo, [number, bigint]][] {
  const found: [DelegateInfo, [number, bigint]][] = []
  for (const hotkey of ctx.storage.subtensor.delegates.keys()) {
    const own = sharesBehind(ctx, hotkey).filter((held) => held.coldkey === coldkey)
    if (own.length === 0) continue
    const info = delegateOf(ctx, hotkey, [])
    for (const { netuid } of own)
      found.push([info, [netuid, stakeOf(ctx, { hotkey, coldkey, netuid })]])
  }
  return found
}

export const delegateInfoApi = api(
  'DelegateInfoRuntimeApi',
  {
    getDelegates: query({
      docs: 'Every delegate, with all who stake behind it.',
      args: {},
      returns: vec(delegateInfo),
      run: (ctx) =>
        ctx.storage.subtensor.delegates
          .keys()
          .map((hotkey) => delegateOf(ctx, hotkey, nominatorsOf(ctx, hotkey))),
    }),
    getDelegate: query({
      docs: 'A delegate, with all who stake behind it.',
      args: { delegateAccount: account },
      returns: option(delegateInfo),
      run: (ctx, { delegateAccount: hotkey }) =>
        ctx.storage.subtensor.delegates.exists(hotkey)
          ? delegateOf(ctx, hotkey, nominatorsOf(ctx, hotkey))
          : undefined,
    }),
    getDelegated: query({
      docs: 'The delegates that a coldkey stakes behind, one entry per subnet.',
      args: { delegateeAccount: account },
      returns: vec(tuple(delegateInfo, tuple(cNetuid, cU64))),
      run: (ctx, { delegateeAccount }) => delegatedBy(ctx, delegateeAccount),
    }),
  },
  'Delegates and who stakes behind them.',
)
