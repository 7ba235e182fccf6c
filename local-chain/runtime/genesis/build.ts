/**
 * Builds the state of block 0: every pallet's first entries, storage versions, and the fixed bytes
 * that stand for the runtime's code.
 *
 * Source: ../shared/spec/hyperparameters.md section 7; block-pipeline.md section 1 (frame_system);
 * compared with recorded geneses in the tests.
 *
 * @module
 */

import { twox128Hex } from '../../../src/primitives/hash.ts'
import { bytesToHex, hexToBytes } from '../../../src/primitives/hex.ts'
import { CallTable } from '../../frame/call-table.ts'
import { createContext } from '../../frame/runtime.ts'
import type { StateReader } from '../../frame/state-reader.ts'
import { u16 } from '../../frame/types/primitives.ts'
import { encode } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { EMPTY_DATA } from '../pallets/system/accounts.ts'
import { constants as systemConstants } from '../pallets/system/constants.ts'
import { runtimeStorage } from '../storage.ts'
import type { GenesisSpec } from './spec.ts'
import { writeSubtensorGenesis } from './subtensor.ts'

/** An entry of the state of block 0. */
export type GenesisEntry = [key: string, value: Uint8Array]

const NOTHING: StateReader = { get: () => undefined, keys: () => [] }

const utf8 = new TextEncoder()
const STORAGE_VERSION_KEY = twox128Hex(':__STORAGE_VERSION__:')

/** Versions of the pallets' storage layouts; clients and migrations look at them. */
const STORAGE_VERSIONS: Readonly<Record<string, number>> = {
  System: 0,
  RandomnessCollectiveFlip: 0,
  Timestamp: 0,
  Aura: 0,
  Balances: 1,
  TransactionPayment: 0,
  SubtensorModule: 7,
  Utility: 0,
  Sudo: 0,
  Multisig: 1,
  Preimage: 1,
  Scheduler: 4,
  Proxy: 0,
  Commitments: 0,
  AdminUtils: 0,
  SafeMode: 0,
  EVMChainId: 0,
  Drand: 0,
  Crowdloan: 0,
  Swap: 0,
  MevShield: 0,
  AlphaAssets: 0,
  LimitOrders: 0,
}

/** What FRAME puts where no block hash is known yet. */
const HASH_69 = '45'.repeat(32)

/** `:code`. Nothing executes it: the runtime is this program. Real nodes have WASM here. */
const CODE_KEY = bytesToHex(utf8.encode(':code'))
const CODE = utf8.encode('tao local chain, spec_version 425')

/** The whole state of block 0, in raw key order. */
export function buildGenesis(spec: GenesisSpec): GenesisEntry[] {
  const ctx = createContext(
    { reader: NOTHING, profile: spec.profile, calls: new CallTable() },
    runtimeStorage,
  )
  writeSystem(ctx)
  writeBalances(ctx, spec)
  writeSubtensorGenesis(ctx, spec)
  writeKeys(ctx, spec)

  const entries: GenesisEntry[] = [[CODE_KEY, CODE]]
  for (const [pallet, version] of Object.entries(STORAGE_VERSIONS)) {
    entries.push([twox128Hex(pallet) + STORAGE_VERSION_KEY, encode(u16, version)])
  }
  for (const [key, value] of ctx.state.takeDiff()) {
    if (value !== null) entries.push([key, value])
  }
  return entries.sort(([a], [b]) => (a < b ? -1 : 1))
}

function writeSystem(ctx: Ctx): void {
  const { system } = ctx.storage
  const version = systemConstants.version.value
  if (typeof version === 'function') throw new Error('the version does not depend on the profile')
  system.blockHash.set(0, HASH_69)
  system.parentHash.set(HASH_69)
  // Present from the start, so that no migration of the reference chain would run.
  system.lastRuntimeUpgrade.set({
    specVersion: version.specVersion,
    specName: version.specName,
  })
  system.upgradedToU32RefCount.set(true)
  system.upgradedToTripleRefCount.set(true)
}

function writeBalances(ctx: Ctx, spec: GenesisSpec): void {
  const funds = new Map(spec.accounts.map(({ account, free }) => [account, free]))
  let issuance = 0n
  for (const [account, free] of funds) {
    issuance += free
    ctx.storage.system.account.set(account, {
      nonce: 0,
      consumers: 0,
      providers: 1,
      sufficients: 0,
      data: { ...EMPTY_DATA, free },
    })
  }
  ctx.storage.balances.totalIssuance.set(issuance)
}

function writeKeys(ctx: Ctx, spec: GenesisSpec): void {
  const { aura, evmChainId, sudo, transactionPayment } = ctx.storage
  aura.authorities.set(spec.authorities.map((authority) => hexToBytes(authority)))
  if (spec.sudo !== undefined) sudo.key.set(spec.sudo)
  evmChainId.chainId.set(spec.evmChainId)
  transactionPayment.nextFeeMultiplier.set(1_000_000_000_000_000_000n)
  transactionPayment.storageVersion.set('V2')
}
