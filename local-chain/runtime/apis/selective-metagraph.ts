/**
 * The metagraph by chosen fields.
 *
 * Source: ../shared/spec/runtime-api.md section 2 (subtensor `rpc_info/metagraph.rs`), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../src/primitives/account-id.ts'
import { I64F64 } from '../../frame/fixed/index.ts'
import { identity, itemPrefix } from '../../frame/storage/hashers.ts'
import { u16 } from '../../frame/types/primitives.ts'
import type { Ctx } from '../context.ts'
import { mechanismIndex } from '../pallets/subtensor/subnets/lookup.ts'
import { columnsOf } from './metagraph.ts'
import {
  COMMITMENTS_INDEX,
  METAGRAPH_FIELDS,
  type SelectiveMetagraph,
  VALIDATORS_INDEX,
} from './metagraph-types.ts'
import { hotkeysByUid, stakeColumns } from './subnet-fields.ts'
import type { ApiOptions } from './types.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Fields of the main mechanism. The netuid itself is a field to choose: 0 where it is not. */
export function selectiveMetagraphOf(
  ctx: Ctx,
  netuid: number,
  indexes: readonly number[],
  options: ApiOptions,
): SelectiveMetagraph | undefined {
  const chosen = chooseFields(ctx, netuid, netuid, indexes, options)
  return chosen && { ...chosen, netuid: indexes.includes(0) ? netuid : 0 }
}

/** Fields of any mechanism, which need not exist; the netuid is always given. */
export function selectiveMechagraph(
  ctx: Ctx,
  netuid: number,
  mecid: number,
  indexes: readonly number[],
  options: ApiOptions,
): SelectiveMetagraph | undefined {
  const chosen = chooseFields(ctx, netuid, mechanismIndex(netuid, mecid), indexes, options)
  return chosen && { ...chosen, netuid }
}

function chooseFields(
  ctx: Ctx,
  netuid: number,
  storageIndex: number,
  indexes: readonly number[],
  options: ApiOptions,
): SelectiveMetagraph | undefined {
  const whole = columnsOf(ctx, netuid, storageIndex, options)
  if (whole === undefined) return undefined
  const fields: Record<string, unknown> = { netuid }
  for (const index of indexes) {
    const field = METAGRAPH_FIELDS[index - 1]
    if (field !== undefined) fields[field] = { value: whole[field] }
  }
  const chosen = fields as Mutable<SelectiveMetagraph>
  if (indexes.includes(VALIDATORS_INDEX)) chosen.validators = { value: validators(ctx, netuid) }
  if (indexes.includes(COMMITMENTS_INDEX)) chosen.commitments = { value: commitments(ctx, netuid) }
  return chosen
}

/** Uids with a permit and more than the threshold of stake, least stake first. */
function validators(ctx: Ctx, netuid: number): number[] {
  const { stakeThreshold, validatorPermit } = ctx.storage.subtensor
  const permits = validatorPermit.get(netuid)
  const { total } = stakeColumns(ctx, netuid, hotkeysByUid(ctx, netuid))
  const threshold = I64F64.fromNum(stakeThreshold.get())
  const strong = total.flatMap((stake, uid) =>
    permits[uid] === true && stake > threshold ? [{ uid, stake }] : [],
  )
  strong.sort((a, b) => (a.stake < b.stake ? -1 : a.stake > b.stake ? 1 : a.uid - b.uid))
  return strong.map(({ uid }) => uid)
}

const COMMITMENTS = itemPrefix('Commitments', 'CommitmentOf')
const netuidKey = identity(u16)
/** Hex digits of an account, which ends the raw key. */
const ACCOUNT_DIGITS = 64

/**
 * Commitments of a subnet's accounts as they lie in storage, in raw key order. They are read raw: nobody
 * looks into them here.
 */
function commitments(ctx: Ctx, netuid: number): [AccountId, Uint8Array][] {
  const { reader } = ctx.state
  const prefix = COMMITMENTS + netuidKey.part(netuid)
  return Array.from(reader.keys(prefix), (key): [AccountId, Uint8Array] => [
    key.slice(-ACCOUNT_DIGITS) as AccountId,
    reader.get(key) ?? new Uint8Array(),
  ])
}
