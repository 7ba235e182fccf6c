/**
 * How much TAO flowed into and out of each pool since its last reading: what users did
 * (`SubnetTaoFlow`), and what the protocol did (`SubnetProtocolFlow`).
 *
 * Source: ../shared/spec/staking.md sections 3.3, 3.4 and 13.2; swap.md section 9, spec 425.
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { saturatingAddI64 } from '../../../u64.ts'

/** Written also for a zero amount. */
function add(
  flow: { get(netuid: number): bigint; set(netuid: number, value: bigint): void },
  netuid: number,
  amount: bigint,
): void {
  flow.set(netuid, saturatingAddI64(flow.get(netuid), amount))
}

/** TAO that a user's trade put into the pool. */
export function recordTaoInflow(ctx: Ctx, netuid: number, tao: bigint): void {
  add(ctx.storage.subtensor.subnetTaoFlow, netuid, BigInt.asIntN(64, tao))
}

/** TAO that a user's trade took out of the pool. */
export function recordTaoOutflow(ctx: Ctx, netuid: number, tao: bigint): void {
  add(ctx.storage.subtensor.subnetTaoFlow, netuid, -BigInt.asIntN(64, tao))
}

/** TAO that the protocol put into the pool. */
export function recordProtocolInflow(ctx: Ctx, netuid: number, tao: bigint): void {
  add(ctx.storage.subtensor.subnetProtocolFlow, netuid, BigInt.asIntN(64, tao))
}

/** TAO that the protocol took out of the pool. */
export function recordProtocolOutflow(ctx: Ctx, netuid: number, tao: bigint): void {
  add(ctx.storage.subtensor.subnetProtocolFlow, netuid, -BigInt.asIntN(64, tao))
}
