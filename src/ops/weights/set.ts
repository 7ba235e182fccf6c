/**
 * Setting weights: everything that the chain would refuse is found out first, with what to do.
 *
 * Source: ../shared/spec/weights.md sections 4 and 11.5.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, makeCall } from '../../chain/names.ts'
import { latest, type View } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ExitCode, type Facts, TaoError } from '../../primitives/tao-error.ts'
import { hotkeyNotRegistered } from '../errors.ts'
import { uidOf } from '../subnets/register.ts'
import { requireSubnet } from '../subnets/subnet-info.ts'
import { type EmittedWeights, normaliseWeights } from './normalise.ts'

export interface SetWeightsOptions {
  readonly netuid: number
  readonly mechid: number
  readonly hotkey: AccountId
  readonly uids: readonly number[]
  readonly weights: readonly number[]
  /** The least that the subnet accepts unless given. */
  readonly versionKey?: bigint | undefined
}

export interface SetWeightsPlan extends EmittedWeights {
  readonly call: Call
  readonly uid: number
}

/** What the chain decides by. */
interface Rules {
  readonly commitReveal: boolean
  readonly size: number
  readonly minAllowed: number
  readonly rateLimit: bigint
  readonly lastUpdate: bigint
  readonly permit: boolean
  readonly ownerHotkeyUid: number | undefined
  readonly versionKey: bigint
}

/** Mechanisms are numbered above the subnet in the same u16. */
const MECHANISM_STRIDE = 4096

/**
 * @throws TaoError SUBNET_NOT_FOUND, HOTKEY_NOT_REGISTERED, COMMIT_REVEAL_ENABLED, WEIGHTS_INVALID,
 *                  UID_NOT_FOUND, SETTING_WEIGHTS_TOO_FAST, NO_VALIDATOR_PERMIT, TOO_FEW_WEIGHTS
 */
export async function planSetWeights(
  client: Client,
  options: SetWeightsOptions,
): Promise<SetWeightsPlan> {
  const { netuid, mechid, hotkey } = options
  const emitted = normalised(options)
  const view = await latest(client)
  await requireSubnet(view, netuid)
  const uid = await uidOf(view, netuid, hotkey)
  if (uid === undefined) throw hotkeyNotRegistered(hotkey, netuid)
  const rules = await readRules(view, { netuid, mechid, uid })
  check({ ...emitted, netuid, uid, now: BigInt(view.number) }, rules)
  const call = makeCall(client, 'SubtensorModule.set_mechanism_weights', {
    netuid,
    mecid: mechid,
    dests: emitted.uids,
    weights: emitted.values,
    versionKey: options.versionKey ?? rules.versionKey,
  })
  return { call, uid, ...emitted }
}

function normalised({ uids, weights }: SetWeightsOptions): EmittedWeights {
  const twice = uids.find((uid, i) => uids.indexOf(uid) !== i)
  if (twice !== undefined) throw invalid(`uid ${twice} is named twice`)
  try {
    const emitted = normaliseWeights(uids, weights)
    if (emitted.uids.length === 0) throw new RangeError('all weights are zero')
    return emitted
  } catch (error) {
    if (error instanceof RangeError) throw invalid(error.message)
    throw error
  }
}

async function readRules(
  view: View,
  { netuid, mechid, uid }: { netuid: number; mechid: number; uid: number },
): Promise<Rules> {
  const index = mechid * MECHANISM_STRIDE + netuid
  const [commitReveal, size, minAllowed, rateLimit, updates, permits, versionKey, ownerHotkey] =
    await Promise.all([
      view.storage<boolean>('SubtensorModule.CommitRevealWeightsEnabled', netuid),
      view.storage<number>('SubtensorModule.SubnetworkN', netuid),
      view.storage<number>('SubtensorModule.MinAllowedWeights', netuid),
      view.storage<bigint>('SubtensorModule.WeightsSetRateLimit', netuid),
      view.storage<readonly bigint[]>('SubtensorModule.LastUpdate', index),
      view.storage<readonly boolean[]>('SubtensorModule.ValidatorPermit', netuid),
      view.storage<bigint>('SubtensorModule.WeightsVersionKey', netuid),
      view.storage<string>('SubtensorModule.SubnetOwnerHotkey', netuid),
    ])
  const ownerUid = await view.storage<number | null>('SubtensorModule.Uids', netuid, ownerHotkey)
  return {
    commitReveal,
    size,
    minAllowed,
    rateLimit,
    lastUpdate: updates[uid] ?? 0n,
    permit: permits[uid] ?? false,
    ownerHotkeyUid: ownerUid ?? undefined,
    versionKey,
  }
}

function check(
  wanted: EmittedWeights & { netuid: number; uid: number; now: bigint },
  rules: Rules,
): void {
  const { netuid, uid, uids, now } = wanted
  if (rules.commitReveal) {
    throw refused('COMMIT_REVEAL_ENABLED', `subnet ${netuid} takes committed weights only`, [
      `tao sudo set --netuid ${netuid} --param commit_reveal_weights_enabled --value false`,
    ])
  }
  const foreign = uids.find((one) => one >= rules.size)
  if (foreign !== undefined) {
    throw refused(
      'UID_NOT_FOUND',
      `subnet ${netuid} has uids 0 to ${rules.size - 1}, no ${foreign}`,
      [`tao subnets show --netuid ${netuid}`],
    )
  }
  const since = now - rules.lastUpdate
  if (rules.lastUpdate !== 0n && since < rules.rateLimit) {
    const left = rules.rateLimit - since
    throw refused(
      'SETTING_WEIGHTS_TOO_FAST',
      `uid ${uid} set weights, or registered, ${since} blocks ago; subnet ${netuid} wants ` +
        `${rules.rateLimit} blocks in between`,
      [`tao chain advance ${left} on the local chain`, `wait ${left} blocks on others`],
      { left: left.toString() },
    )
  }
  const isSelf = uids.length === 1 && uids[0] === uid
  if (!isSelf && uid !== rules.ownerHotkeyUid && !rules.permit) {
    throw refused(
      'NO_VALIDATOR_PERMIT',
      `uid ${uid} has no validator permit on subnet ${netuid}: an epoch gives it to the biggest ` +
        'stakes',
      [
        `tao stake add --netuid ${netuid}`,
        `tao subnets show --netuid ${netuid} shows when the next epoch is`,
      ],
    )
  }
  const least = Math.min(rules.size, rules.minAllowed)
  if (!isSelf && uids.length < least) {
    throw refused('TOO_FEW_WEIGHTS', `subnet ${netuid} wants at least ${least} weights`, [
      'name more uids',
    ])
  }
}

function refused(
  code: string,
  message: string,
  suggestions: readonly string[],
  data: Facts = {},
): TaoError {
  return new TaoError(code, message, { exitCode: ExitCode.rejected, suggestions, data })
}

function invalid(why: string): TaoError {
  return new TaoError('WEIGHTS_INVALID', `these are no weights: ${why}`, {
    exitCode: ExitCode.usage,
    suggestions: ['--uids 1,2,3 --weights 0.5,0.3,0.2'],
  })
}
