/**
 * Calls of AdminUtils that do more than set one value.
 *
 * Source: ../shared/spec/hyperparameters.md section 2; subnets.md sections 4, 8.3 and 13.
 *
 * @module
 */

import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensureRoot, type Origin } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, option, vec } from '../../../../frame/types/combinators.ts'
import { accountId, netuid, taoBalance } from '../../../../frame/types/common.ts'
import { bool, u8, u16, u64 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { errors as subtensorErrors } from '../../subtensor/errors.ts'
import { trimNeurons } from '../../subtensor/neurons/trim.ts'
import {
  hasPassed,
  lastRateLimitedBlock,
  markRateLimited,
  transactionKey,
} from '../../subtensor/rate-limits.ts'
import {
  clearAllSmallNominations,
  nominatorMinimum,
} from '../../subtensor/staking/small-nominations.ts'
import { setOwnerHotkey } from '../../subtensor/subnets/create.ts'
import { ensureSubnetOwnerOrRoot, subnetExists } from '../../subtensor/subnets/lookup.ts'
import { setEmissionSplit, setMechanismCount } from '../../subtensor/subnets/mechanisms.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { ensureMaySet, markSet, type SubnetRules } from '../setter.ts'
import { precompileEnum } from '../types.ts'

/** For owner and root alike. */
const OWNER_HOTKEY_LIMIT = 50_400n
const ALPHA_MIN = 1_638

const hotkey = named('<T as frame_system::Config>::AccountId', accountId)

/** One clock per subnet for both calls; root waits too. */
function changeOwnerHotkey(ctx: Ctx, origin: Origin, id: number, to: AccountId): void {
  ensureSubnetOwnerOrRoot(ctx, origin, id)
  if (!subnetExists(ctx, id)) throw subtensorErrors.SubnetNotExists
  const clock = { type: 'SetSNOwnerHotkey', value: id } as const
  if (!hasPassed(ctx, lastRateLimitedBlock(ctx, clock), OWNER_HOTKEY_LIMIT)) {
    throw subtensorErrors.TxRateLimitExceeded
  }
  markRateLimited(ctx, clock)
  setOwnerHotkey(ctx, id, to)
}

const ALPHA_VALUES: SubnetRules = {
  owner: { hyperparameter: 'AlphaValues' },
  freezes: true,
  exists: false,
}
const MECHANISM_COUNT: SubnetRules = {
  owner: { transaction: transactionKey.MechanismCountUpdate },
  freezes: true,
  exists: false,
}
const EMISSION_SPLIT: SubnetRules = {
  owner: { transaction: transactionKey.MechanismEmission },
  freezes: true,
  exists: false,
}
const TRIMMING: SubnetRules = {
  owner: { transaction: transactionKey.MaxUidsTrimming },
  freezes: true,
  exists: false,
}

export const specialCalls = {
  sudoSetNetworkPowRegistrationAllowed: call({
    index: 20,
    docs: 'Refused: registration by proof of work is gone.',
    args: { netuid, registrationAllowed: bool },
    info: { weight: { refTime: 114_000_000n, proofSize: 0n } },
    run() {
      throw errors.POWRegistrationDisabled
    },
  }),
  sudoSetTotalIssuance: call({
    index: 33,
    docs: 'Refused: issuance is counted, not set.',
    args: { totalIssuance: taoBalance },
    info: { weight: { refTime: 5_931_000n, proofSize: 0n } },
    run() {
      throw errors.Deprecated
    },
  }),
  sudoSetNominatorMinRequiredStake: call({
    index: 43,
    docs: 'Sets the least nomination, in parts of a million of the least stake. Raising it sells smaller ones.',
    args: { minStake: u64 },
    info: { weight: { refTime: 255_697_000n, proofSize: 6_890n } },
    run(ctx: Ctx, origin, { minStake }) {
      ensureRoot(origin)
      const before = nominatorMinimum(ctx)
      ctx.storage.subtensor.nominatorMinRequiredStake.set(minStake)
      // The chain compares the new factor with the old amount.
      if (minStake > before) clearAllSmallNominations(ctx)
    },
  }),
  sudoSetAlphaValues: call({
    index: 51,
    docs: 'Sets the bounds between which liquid alpha moves, in parts of 65535: 1638 <= low <= high.',
    args: { netuid, alphaLow: u16, alphaHigh: u16 },
    info: { weight: { refTime: 259_224_000n, proofSize: 4_427n } },
    run(ctx: Ctx, origin, { netuid, alphaLow, alphaHigh }) {
      const owner = ensureMaySet(ctx, origin, netuid, ALPHA_VALUES)
      const { alphaValues, liquidAlphaOn } = ctx.storage.subtensor
      if (!liquidAlphaOn.get(netuid)) throw subtensorErrors.LiquidAlphaDisabled
      if (alphaHigh < ALPHA_MIN) throw subtensorErrors.AlphaHighTooLow
      if (alphaLow < ALPHA_MIN || alphaLow > alphaHigh) throw subtensorErrors.AlphaLowOutOfRange
      alphaValues.set(netuid, [alphaLow, alphaHigh])
      markSet(ctx, owner, netuid, ALPHA_VALUES)
    },
  }),
  sudoSetEvmChainId: call({
    index: 58,
    docs: 'Sets the chain id that EVM wallets see.',
    args: { chainId: u64 },
    info: { weight: { refTime: 152_199_000n, proofSize: 0n } },
    run(ctx: Ctx, origin, { chainId }) {
      ensureRoot(origin)
      ctx.storage.evmChainId.chainId.set(chainId)
    },
  }),
  sudoToggleEvmPrecompile: call({
    index: 62,
    docs: 'Turns an EVM precompile on or off.',
    args: { precompileId: precompileEnum, enabled: bool },
    info: { weight: { refTime: 31_162_000n, proofSize: 3_507n } },
    run(ctx: Ctx, origin, { precompileId, enabled }) {
      ensureRoot(origin)
      const { precompileEnable } = ctx.storage.adminUtils
      if (precompileEnable.get(precompileId) === enabled) return
      precompileEnable.set(precompileId, enabled)
      ctx.emit(events.PrecompileUpdated, { precompileId, enabled })
    },
  }),
  sudoSetSubnetOwnerHotkey: call({
    index: 64,
    docs: "Names the hotkey that speaks for a subnet's owner. For the owner or root, every 50400 blocks.",
    args: { netuid, hotkey },
    info: { weight: { refTime: 103_918_000n, proofSize: 0n } },
    run(ctx: Ctx, origin, args) {
      changeOwnerHotkey(ctx, origin, args.netuid, args.hotkey)
    },
  }),
  sudoSetSnOwnerHotkey: call({
    index: 67,
    docs: 'As sudo_set_subnet_owner_hotkey, with the same clock.',
    args: { netuid, hotkey },
    info: { weight: { refTime: 275_687_000n, proofSize: 4_177n } },
    run(ctx: Ctx, origin, args) {
      changeOwnerHotkey(ctx, origin, args.netuid, args.hotkey)
    },
  }),
  sudoSetMechanismCount: call({
    index: 76,
    docs: 'Sets how many mechanisms a subnet has. Those taken away lose weights, bonds and commits.',
    args: { netuid, mechanismCount: named('MechId', u8) },
    info: { weight: { refTime: 140_000_000n, proofSize: 0n } },
    run(ctx: Ctx, origin, { netuid, mechanismCount }) {
      const owner = ensureMaySet(ctx, origin, netuid, MECHANISM_COUNT)
      setMechanismCount(ctx, netuid, mechanismCount)
      markSet(ctx, owner, netuid, MECHANISM_COUNT)
    },
  }),
  sudoSetMechanismEmissionSplit: call({
    index: 77,
    docs: 'Sets how emission is divided among mechanisms, in parts that sum to 65535; none divides evenly.',
    args: { netuid, maybeSplit: option(vec(u16)) },
    info: { weight: { refTime: 140_000_000n, proofSize: 0n } },
    run(ctx: Ctx, origin, { netuid, maybeSplit }) {
      const owner = ensureMaySet(ctx, origin, netuid, EMISSION_SPLIT)
      setEmissionSplit(ctx, netuid, maybeSplit)
      markSet(ctx, owner, netuid, EMISSION_SPLIT)
    },
  }),
  sudoTrimToMaxAllowedUids: call({
    index: 78,
    docs: 'Lowers the number of neurons: those with least emission go, the rest is numbered anew.',
    args: { netuid, maxN: u16 },
    info: { weight: { refTime: 338_302_000n, proofSize: 4_398n } },
    run(ctx: Ctx, origin, { netuid, maxN }) {
      const owner = ensureMaySet(ctx, origin, netuid, TRIMMING)
      trimNeurons(ctx, netuid, maxN)
      markSet(ctx, owner, netuid, TRIMMING)
    },
  }),
}
