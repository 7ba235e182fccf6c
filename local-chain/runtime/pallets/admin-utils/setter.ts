/**
 * How a setter of a parameter is declared, and the order in which every one of them is checked:
 * origin, the owner's clock, the freeze window before an epoch, the subnet, the bounds.
 *
 * A setter writes and tells also when nothing changes. Root waits for no clock and records none.
 *
 * Source: ../shared/spec/hyperparameters.md section 1 (subtensor `pallets/admin-utils/src/lib.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { ensureRoot } from '../../../frame/origin.ts'
import { type AnyCall, call, type DispatchInfo, type EventDef } from '../../../frame/pallet.ts'
import type { FieldSpec, FieldSpecs } from '../../../frame/types/combinators.ts'
import { netuid as netuidType } from '../../../frame/types/common.ts'
import type { Type } from '../../../frame/types/type.ts'
import type { Ctx, Storage } from '../../context.ts'
import {
  ensureOutsideFreezeWindow,
  ensureOwnerClock,
  markOwnerClock,
  type OwnerClock,
} from '../subtensor/rate-limits.ts'
import { ensureSubnetOwnerOrRoot, ROOT_NETUID, subnetExists } from '../subtensor/subnets/lookup.ts'
import { errors } from './errors.ts'

type SubtensorStorage = Storage['subtensor']

interface Declared {
  /** Wire index. */
  readonly index: number
  readonly docs: string
  /** refTime and proofSize. */
  readonly weight: readonly [bigint, bigint]
  readonly class?: 'Operational'
}

function dispatchInfo(spec: Declared): DispatchInfo {
  const [refTime, proofSize] = spec.weight
  return {
    weight: { refTime, proofSize },
    ...(spec.class === undefined ? {} : { class: spec.class }),
  }
}

/** The one argument that carries the value, by its name. */
export type ValueArg<V> = Readonly<Record<string, Type<V> | FieldSpec<V>>>

function valueName(arg: Readonly<Record<string, unknown>>): string {
  const [name] = Object.keys(arg)
  if (name === undefined) throw new Error('a setter needs a value')
  return name
}

// ---------------------------------------------------------------- one value for the whole network

interface GlobalSetter<V> extends Declared {
  readonly arg: ValueArg<V>
  readonly item: (storage: SubtensorStorage) => { set(value: V): void }
  readonly event?: EventDef<V>
  /** Throws where the value is out of bounds. */
  readonly check?: (value: V) => void
}

/** A parameter of the network: for root. */
export function globalSetter<V>(spec: GlobalSetter<V>): AnyCall {
  const name = valueName(spec.arg)
  return call({
    index: spec.index,
    docs: spec.docs,
    args: spec.arg as FieldSpecs,
    info: dispatchInfo(spec),
    run(ctx: Ctx, origin, args) {
      ensureRoot(origin)
      const value = args[name] as V
      spec.check?.(value)
      spec.item(ctx.storage.subtensor).set(value)
      if (spec.event !== undefined) ctx.emit(spec.event, value)
    },
  })
}

// ---------------------------------------------------------------- one value per subnet

/** What is looked at before the value. */
export interface SubnetRules {
  /** The clock that the owner waits for; 'no wait' lets owners in without. Absent: root only. */
  readonly owner?: OwnerClock | 'no wait'
  /** Whether the freeze window before an epoch closes it, for root too. */
  readonly freezes: boolean
  /** Whether the subnet must exist. */
  readonly exists: boolean
  readonly notRoot?: boolean
  /** A bound that is looked at before the subnet. @param owner  undefined for root */
  readonly checkFirst?: (owner: AccountId | undefined) => void
}

/**
 * Runs a subnet's rules and gives the caller: the owner, or undefined for root.
 *
 * @throws BadOrigin, TxRateLimitExceeded, AdminActionProhibitedDuringWeightsWindow,
 *   SubnetDoesNotExist, NotPermittedOnRootSubnet
 */
export function ensureMaySet(
  ctx: Ctx,
  origin: Parameters<typeof ensureRoot>[0],
  netuid: number,
  rules: SubnetRules,
): AccountId | undefined {
  let owner: AccountId | undefined
  if (rules.owner === undefined) ensureRoot(origin)
  else owner = ensureSubnetOwnerOrRoot(ctx, origin, netuid)
  if (owner !== undefined && typeof rules.owner === 'object') {
    ensureOwnerClock(ctx, owner, netuid, rules.owner)
  }
  if (rules.freezes) ensureOutsideFreezeWindow(ctx, netuid)
  rules.checkFirst?.(owner)
  if (rules.exists && !subnetExists(ctx, netuid)) throw errors.SubnetDoesNotExist
  if (rules.notRoot === true && netuid === ROOT_NETUID) throw errors.NotPermittedOnRootSubnet
  return owner
}

/** After success; root records nothing. */
export function markSet(
  ctx: Ctx,
  owner: AccountId | undefined,
  netuid: number,
  rules: SubnetRules,
): void {
  if (owner !== undefined && typeof rules.owner === 'object') {
    markOwnerClock(ctx, owner, netuid, rules.owner)
  }
}

interface SubnetSetter<V> extends Declared, Omit<SubnetRules, 'checkFirst'> {
  readonly arg: ValueArg<V>
  readonly item: (storage: SubtensorStorage) => { set(netuid: number, value: V): void }
  readonly event?: EventDef<readonly [number, V]>
  /** Throws where the value is out of bounds. */
  readonly check?: (ctx: Ctx, netuid: number, value: V, owner: AccountId | undefined) => void
  /** As `check`, before the subnet is looked at. */
  readonly checkFirst?: (value: V, owner: AccountId | undefined) => void
  /** What else is written or told after the item and its event. */
  readonly after?: (ctx: Ctx, netuid: number, value: V) => void
}

/** A parameter of a subnet: for root, and for the owner where a clock is named. */
export function subnetSetter<V>(spec: SubnetSetter<V>): AnyCall {
  const name = valueName(spec.arg)
  const { checkFirst, ...rules } = spec
  return call({
    index: spec.index,
    docs: spec.docs,
    args: { netuid: netuidType, ...spec.arg } as FieldSpecs,
    info: dispatchInfo(spec),
    run(ctx: Ctx, origin, args) {
      const netuid = args['netuid'] as number
      const value = args[name] as V
      const owner = ensureMaySet(ctx, origin, netuid, {
        ...rules,
        ...(checkFirst === undefined
          ? {}
          : { checkFirst: (who: AccountId | undefined) => checkFirst(value, who) }),
      })
      spec.check?.(ctx, netuid, value, owner)
      spec.item(ctx.storage.subtensor).set(netuid, value)
      if (spec.event !== undefined) ctx.emit(spec.event, [netuid, value])
      spec.after?.(ctx, netuid, value)
      markSet(ctx, owner, netuid, rules)
    },
  })
}
