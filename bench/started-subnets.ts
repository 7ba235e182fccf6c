/**
 * A state with started subnets and no neurons, built straight in storage, for benchmarks of the
 * block step.
 *
 * @module
 */
import { CallTable } from '../local-chain/frame/call-table.ts'
import { createContext, type RuntimeContext } from '../local-chain/frame/runtime.ts'
import type { DiffEntry } from '../local-chain/frame/storage/state.ts'
import type { Storage } from '../local-chain/runtime/context.ts'
import { depositCredit, issue } from '../local-chain/runtime/pallets/balances/ledger.ts'
import { onInitialize } from '../local-chain/runtime/pallets/subtensor/block-step/index.ts'
import { subnetAccountId } from '../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { runtimeStorage } from '../local-chain/runtime/storage.ts'

const TAO = 1_000_000_000n

export interface StartedSubnets {
  readonly count: number
  /** Whether the subnets get TAO, as after root switched their emission on. */
  readonly emissionEnabled: boolean
  /** TAO staked on root: without any, all TAO of a block buys alpha. */
  readonly rootTao: bigint
}

/** Subnets 1 to `count` with pools of 1,000 TAO, started at block 1. `keep` gets the state. */
export function startedSubnets(
  options: StartedSubnets,
  keep: (diff: DiffEntry[]) => void = () => {},
): RuntimeContext<Storage> {
  const reader = { get: () => undefined, keys: () => [] }
  const ctx = createContext({ reader, profile: 'mainnet', calls: new CallTable() }, runtimeStorage)
  const s = ctx.storage.subtensor
  s.networksAdded.set(0, true)
  s.tempo.set(0, 100)
  s.subnetTao.set(0, options.rootTao * TAO)
  for (let netuid = 1; netuid <= options.count; netuid++) {
    s.networksAdded.set(netuid, true)
    s.subnetMechanism.set(netuid, 1)
    s.subnetTao.set(netuid, 1_000n * TAO)
    s.subnetAlphaIn.set(netuid, (2_000n + BigInt(netuid)) * TAO)
    s.subnetMovingPrice.set(netuid, BigInt(1_000_000_000 + netuid))
    s.firstEmissionBlockNumber.set(netuid, 1n)
    s.subtokenEnabled.set(netuid, true)
    s.networkRegistrationAllowed.set(netuid, true)
    s.subnetEmissionEnabled.set(netuid, options.emissionEnabled)
    s.lastEpochBlock.set(netuid, BigInt(netuid))
    depositCredit(ctx, subnetAccountId(netuid), issue(ctx, 1_000n * TAO))
  }
  keep(ctx.state.takeDiff())
  return ctx
}

/** Runs the block step of the next block and encodes what it changed. */
export function stepBlock(ctx: RuntimeContext<Storage>): number {
  ctx.blockNumber += 1
  ctx.events.reset()
  onInitialize(ctx)
  return ctx.state.takeDiff().length
}
