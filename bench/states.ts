/**
 * Chains to measure on: the local network's genesis with more in its storage, written straight there
 * because getting so far with calls would take longer than the measurement.
 *
 * @module
 */

import { CallTable } from '../local-chain/frame/call-table.ts'
import { createContext } from '../local-chain/frame/runtime.ts'
import { U16Pairs } from '../local-chain/frame/u16-pairs.ts'
import { openMemoryDb } from '../local-chain/node/db/memory-db.ts'
import type { BlockRecord, ChainDb, StorageChange } from '../local-chain/node/db/types.ts'
import { encodeHeader, headerHash } from '../local-chain/node/header.ts'
import { LocalNode } from '../local-chain/node/local-node.ts'
import type { Ctx } from '../local-chain/runtime/context.ts'
import { buildGenesis } from '../local-chain/runtime/genesis/build.ts'
import { localnetSpec } from '../local-chain/runtime/genesis/spec.ts'
import { depositCredit, issue } from '../local-chain/runtime/pallets/balances/ledger.ts'
import { createHotkeyIfUnknown } from '../local-chain/runtime/pallets/subtensor/hotkeys.ts'
import { registerNeuron } from '../local-chain/runtime/pallets/subtensor/neurons/slots.ts'
import { increaseStake } from '../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { subnetAccountId } from '../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { createRuntime, prepareRuntime, type Runtime } from '../local-chain/runtime/runtime.ts'
import { runtimeStorage } from '../local-chain/runtime/storage.ts'
import { accountId } from '../src/primitives/account-id.ts'

const TAO = 1_000_000_000n
const GENESIS = localnetSpec()

/** A node over a database whose block 0 holds what `change` wrote; it makes blocks when told to. */
export async function nodeOver(db: ChainDb, change: (ctx: Ctx) => void): Promise<LocalNode> {
  await prepareRuntime()
  db.commit([blockZero([...stateAfter(change)])])
  return new LocalNode({ db, genesis: GENESIS, mode: { type: 'manual' }, onBug: rethrow })
}

/** A runtime over a state that holds what `change` wrote, in the block after it. */
export async function runtimeOver(change: (ctx: Ctx) => void): Promise<Runtime> {
  await prepareRuntime()
  const db = openMemoryDb()
  db.commit([blockZero([...stateAfter(change)])])
  const runtime = createRuntime({ profile: 'mainnet', reader: db.latest() })
  runtime.ctx.blockNumber = 1
  return runtime
}

/** Genesis and what `change` writes. */
function stateAfter(change: (ctx: Ctx) => void): Map<string, Uint8Array> {
  const state = new Map<string, Uint8Array>(buildGenesis(GENESIS))
  const plain = openMemoryDb()
  plain.commit([blockZero([...state])])
  const reader = plain.latest()
  const ctx = createContext({ reader, profile: 'mainnet', calls: new CallTable() }, runtimeStorage)
  change(ctx)
  for (const [key, value] of ctx.state.takeDiff()) {
    if (value === null) state.delete(key)
    else state.set(key, value)
  }
  return state
}

function rethrow(error: unknown): never {
  throw error
}

function blockZero(diff: StorageChange[]): BlockRecord {
  const zero = '0'.repeat(64)
  const header = encodeHeader({
    parentHash: zero,
    number: 0,
    stateRoot: zero,
    extrinsicsRoot: zero,
    logs: [],
  })
  return { number: 0, hash: headerHash(header), header, body: [], diff }
}

export interface StartedSubnets {
  readonly count: number
  /** Whether the subnets get TAO, as after root switched their emission on. */
  readonly emissionEnabled: boolean
  /** TAO staked on root: without any, all TAO of a block buys alpha. */
  readonly rootTao: bigint
}

/** Subnets 1 to `count` with pools of 1,000 TAO, started at block 1. */
export function startSubnets(ctx: Ctx, { count, emissionEnabled, rootTao }: StartedSubnets): void {
  const s = ctx.storage.subtensor
  s.subnetTao.set(0, rootTao * TAO)
  s.totalNetworks.set(count + 1)
  for (let netuid = 1; netuid <= count; netuid++) {
    s.networksAdded.set(netuid, true)
    s.subnetMechanism.set(netuid, 1)
    s.subnetTao.set(netuid, 1_000n * TAO)
    s.subnetAlphaIn.set(netuid, (2_000n + BigInt(netuid)) * TAO)
    s.subnetMovingPrice.set(netuid, BigInt(1_000_000_000 + netuid))
    s.firstEmissionBlockNumber.set(netuid, 1n)
    s.subtokenEnabled.set(netuid, true)
    s.networkRegistrationAllowed.set(netuid, true)
    s.subnetEmissionEnabled.set(netuid, emissionEnabled)
    s.lastEpochBlock.set(netuid, BigInt(netuid))
    depositCredit(ctx, subnetAccountId(netuid), issue(ctx, 1_000n * TAO))
  }
}

/** Fills subnet 1 with neurons; the first `validators` of them have stake and set weights. */
export function fillSubnet(
  ctx: Ctx,
  { neurons, validators }: { readonly neurons: number; readonly validators: number },
): void {
  const netuid = 1
  const s = ctx.storage.subtensor
  startSubnets(ctx, { count: 1, emissionEnabled: true, rootTao: 1_000_000n })
  const coldkey = accountId('c0'.repeat(32))
  while (s.subnetworkN.get(netuid) < neurons) {
    const uid = s.subnetworkN.get(netuid)
    const hotkey = accountId(`aa${uid.toString(16).padStart(62, '0')}`)
    createHotkeyIfUnknown(ctx, coldkey, hotkey)
    registerNeuron(ctx, netuid, hotkey)
    if (uid > validators) continue
    const amount = BigInt(1_000 + 7 * uid) * TAO
    increaseStake(ctx, { hotkey, coldkey, netuid, amount })
    const row = Array.from({ length: neurons - validators - 1 }, (_, i) => {
      return [validators + 1 + i, 1 + ((uid * 7919 + i * 104_729) % 65_535)] as const
    })
    s.weights.set(netuid, uid, U16Pairs.of(row))
  }
  s.validatorPermit.set(
    netuid,
    Array.from({ length: neurons }, (_, uid) => uid > 0 && uid <= validators),
  )
  // Far ahead, so that weights count and validators stay active however long it is measured.
  s.lastUpdate.set(
    netuid,
    Array.from({ length: neurons }, () => 1_000_000_000n),
  )
}
