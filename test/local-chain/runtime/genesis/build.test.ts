/**
 * Goal: the state of block 0 is the reference chain's, key by key, but for what is named here.
 *
 * Recorded: ../shared/vectors/traces/third/author-0 (mainnet profile).
 *
 * @module
 */
import { gunzipSync } from 'node:zlib'
import { Keyring } from '@polkadot/keyring'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildGenesis } from '../../../../local-chain/runtime/genesis/build.ts'
import { devAccounts } from '../../../../local-chain/runtime/genesis/dev-accounts.ts'
import {
  type FundedAccount,
  type GenesisSpec,
  localnetSpec,
} from '../../../../local-chain/runtime/genesis/spec.ts'
import { accountId } from '../../../../src/primitives/account-id.ts'
import { storagePrefixHex, twox128Hex } from '../../../../src/primitives/hash.ts'
import { bytesToHex } from '../../../../src/primitives/hex.ts'
import { ss58Decode } from '../../../../src/primitives/ss58.ts'
import { hasShared, sharedBytes } from '../../../support/shared.ts'

const VERSION = twox128Hex(':__STORAGE_VERSION__:')
const item = (pallet: string, name: string) => storagePrefixHex({ pallet, item: name })

/** Pallets of the recording that this chain does not have yet. */
const ABSENT_PALLETS = [
  'Multisig',
  'Preimage',
  'Scheduler',
  'Proxy',
  'SafeMode',
  'Crowdloan',
  'MevShield',
  'LimitOrders',
]

function built(spec: Partial<GenesisSpec>): Map<string, string> {
  const entries = buildGenesis(localnetSpec(spec))
  return new Map(entries.map(([key, value]) => [key, bytesToHex(value)]))
}

describe.skipIf(!hasShared)('genesis beside a recorded one', () => {
  const recorded = new Map<string, string>()
  const accounts: FundedAccount[] = []

  beforeAll(() => {
    const file = gunzipSync(sharedBytes('vectors/traces/third/author-0.json.gz')).toString()
    const { genesis } = JSON.parse(file) as { genesis: [string, string][] }
    for (const [key, value] of genesis) recorded.set(key, value)
    const account = item('System', 'Account')
    for (const [key, value] of genesis) {
      if (!key.startsWith(account)) continue
      const free = Buffer.from(value.slice(32, 48), 'hex').readBigUInt64LE()
      accounts.push({ account: accountId(key.slice(-64)), free })
    }
  })

  it('has the same keys and values', () => {
    const ours = built({
      accounts,
      authorities: [devAccounts.One, devAccounts.Two, devAccounts.Three],
    })
    const missing = new Set([
      ...ABSENT_PALLETS.map((pallet) => twox128Hex(pallet) + VERSION),
      item('LimitOrders', 'LimitOrdersEnabled'),
    ])
    const differences = [...recorded]
      .filter(([key, value]) => ours.get(key) !== value && !missing.has(key))
      .map(([key, value]) => ({ key, recorded: value, ours: ours.get(key) }))
    expect(differences).toEqual([])
  })

  it('has nothing more but what recordings leave out', () => {
    const leftOut = [
      bytesToHex(new TextEncoder().encode(':code')),
      twox128Hex('RandomnessCollectiveFlip'),
      twox128Hex('TransactionPayment'),
      item('System', 'BlockHash'),
      item('System', 'ParentHash'),
      item('System', 'LastRuntimeUpgrade'),
      item('System', 'UpgradedToU32RefCount'),
      item('System', 'UpgradedToTripleRefCount'),
    ]
    const ours = built({
      accounts,
      authorities: [devAccounts.One, devAccounts.Two, devAccounts.Three],
    })
    const more = [...ours.keys()].filter(
      (key) => !recorded.has(key) && !leftOut.some((prefix) => key.startsWith(prefix)),
    )
    expect(more).toEqual([])
  })

  it('starts TransactionPayment as the signed series does', () => {
    const file = gunzipSync(sharedBytes('vectors/traces/signed-0.json.gz')).toString()
    const { genesis } = JSON.parse(file) as { genesis: [string, string][] }
    const pallet = twox128Hex('TransactionPayment')
    const theirs = genesis.filter(([key]) => key.startsWith(pallet)).sort()
    const ours = [...built({})].filter(([key]) => key.startsWith(pallet)).sort()
    expect(theirs.length).toBeGreaterThan(0)
    expect(ours).toEqual(theirs)
  })
})

describe('genesis', () => {
  const owner = item('SubtensorModule', 'SubnetOwner')
  const ownerHotkey = item('SubtensorModule', 'SubnetOwnerHotkey')

  it('gives the root network to Alice in the fast profile', () => {
    const fast = built({ profile: 'fast' })
    expect(fast.get(`${owner}0000`)).toBe(devAccounts.Alice)
    expect(fast.get(`${ownerHotkey}0000`)).toBe(devAccounts.AliceHotkey)
    expect(fast.get(`${owner}0100`)).toBe('0'.repeat(64))
    expect(fast.has(`${ownerHotkey}0100`)).toBe(false)
  })

  it('funds the local network as documented: 3_016_000 TAO in all', () => {
    const issuance = built({}).get(item('Balances', 'TotalIssuance')) as string
    expect(Buffer.from(issuance, 'hex').readBigUInt64LE()).toBe(3_016_000_000_000_000n)
  })

  it('writes delays only when they are asked for', () => {
    const delay = item('SubtensorModule', 'StartCallDelay')
    expect(built({}).has(delay)).toBe(false)
    expect(built({ startCallDelay: 5n }).get(delay)).toBe('0500000000000000')
  })

  it('is the same every time, in key order', () => {
    const once = buildGenesis(localnetSpec())
    expect(once).toEqual(buildGenesis(localnetSpec()))
    const keys = once.map(([key]) => key)
    expect(keys).toEqual([...keys].sort())
  })

  it('knows the keys of the development phrase', async () => {
    await cryptoWaitReady()
    const keyring = new Keyring({ type: 'sr25519' })
    const { AlithEvm, BaltatharEvm, AliceHotkey, ...named } = devAccounts
    for (const [name, account] of Object.entries({ ...named, Alice_hk: AliceHotkey })) {
      expect(bytesToHex(keyring.addFromUri(`//${name}`).publicKey), name).toBe(account)
    }
    expect(ss58Decode('5Fghzk1AJt88PeFEzuRfXzbPchiBbsVGTTXcdx599VdZzkTA').accountId).toBe(AlithEvm)
    expect(ss58Decode('5GeqNhKWj1KG78VHzbmo3ZjZgUTrCuWeamdgiA114XHGdaEr').accountId).toBe(
      BaltatharEvm,
    )
  })
})
