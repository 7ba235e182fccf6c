/**
 * The epoch of a subnet: gathered from storage, run, written back.
 *
 * Source: ../shared/spec/yuma.md sections 1 and 6.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { epochWithMechanisms, type HotkeyEmission } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { gatherEpoch } from './gather.ts'
import { persistMechanism, persistSubnet } from './persist.ts'
import { updateVotingPower } from './voting-power.ts'

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
  const epoch = epochWithMechanisms(gatherEpoch(ctx, netuid), emission)
  for (const mechanism of epoch.mechanisms) persistMechanism(ctx, netuid, mechanism)
  persistSubnet(ctx, netuid, epoch.writes)
  updateVotingPower(ctx, netuid, epoch.terms)
  return epoch.hotkeyEmission
}
