/**
 * The epoch of a subnet: gathered from storage, run, written back.
 *
 * Source: ../shared/spec/yuma.md sections 1 and 6.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import {
  type EpochMode,
  epochWithMechanisms,
  type HotkeyEmission,
  mechanismRunner,
} from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { gatherEpoch } from './gather.ts'
import { persistMechanism, persistSubnet } from './persist.ts'
import { updateVotingPower } from './voting-power.ts'

const EPOCH_MODE = 'SubtensorModule.epochMode'

/** Chooses the implementation for the block at hand; the kernel unless chosen. */
export function setEpochMode(ctx: Ctx, mode: EpochMode): void {
  ctx.scratch.set(EPOCH_MODE, mode)
}

function epochModeOf(ctx: Ctx): EpochMode {
  return (ctx.scratch.get(EPOCH_MODE) as EpochMode | undefined) ?? 'kernel'
}

/**
 * Runs the epoch of all mechanisms. Each reads the permits of before, so all may run before the first
 * is written.
 *
 * @param emission  rao of alpha: what servers, validators and root have waiting
 * @returns what every hotkey earned, in account order
 */
export function runEpoch(
  ctx: Ctx,
  netuid: number,
  emission: bigint,
): readonly HotkeyEmission<AccountId>[] {
  const epoch = epochWithMechanisms(
    gatherEpoch(ctx, netuid),
    emission,
    mechanismRunner(epochModeOf(ctx)),
  )
  for (const mechanism of epoch.mechanisms) persistMechanism(ctx, netuid, mechanism)
  persistSubnet(ctx, netuid, epoch.writes)
  updateVotingPower(ctx, netuid, epoch.terms)
  return epoch.hotkeyEmission
}
