/**
 * Goal: commitments take space, reset bonds, wait for the beacon and end as on the reference chain.
 * Method: its recorded space cases, and the recorded ciphertexts with the pulses that open them.
 */

import { describe, expect, it } from 'vitest'
import { ScaleError } from '../../../../../local-chain/frame/scale/reader.ts'
import { decode, encode } from '../../../../../local-chain/frame/types/type.ts'
import { U16Pairs } from '../../../../../local-chain/frame/u16-pairs.ts'
import { type Data, data } from '../../../../../local-chain/runtime/pallets/commitments/data.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/commitments/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/commitments/events.ts'
import { purgeCommitments } from '../../../../../local-chain/runtime/pallets/commitments/purge.ts'
import { revealCommitments } from '../../../../../local-chain/runtime/pallets/commitments/reveal.ts'
import { setCommitment } from '../../../../../local-chain/runtime/pallets/commitments/set-commitment.ts'
import { bytesToHex, hexToBytes, parseHex } from '../../../../../src/primitives/hex.ts'
import {
  eventNames,
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../support/shared.ts'

const NETUID = 2
const who = testAccount(0xaa)
const other = testAccount(0x11)

interface SpaceCase {
  readonly max_space: number
  readonly payloads: readonly number[]
  readonly results?: readonly string[]
  readonly used_space_after?: readonly number[]
}
interface Encryption {
  readonly round: number
  readonly plaintext: string
  readonly ciphertext: string
  readonly round_signature: string
}

const spaceCases = hasShared
  ? sharedJson<{ cases: SpaceCase[] }>('vectors/subnets/commitments_space.json').cases
  : []
const encryptions = hasShared
  ? sharedJson<{ encryption: Encryption[] }>('vectors/weights/timelock.json').encryption
  : []

function chainWithNeurons(): TestChain {
  const chain = testChain()
  chain.ctx.blockNumber = 7
  for (const [uid, hotkey] of [who, other].entries()) {
    chain.ctx.storage.subtensor.uids.set(NETUID, hotkey, uid)
  }
  return chain
}

const raw = (size: number): Data => ({ type: 'Raw', value: new Uint8Array(size).fill(7) })
const sealed = (encrypted: Uint8Array, revealRound: bigint): Data => ({
  type: 'TimelockEncrypted',
  value: { encrypted, revealRound },
})

const commit = (chain: TestChain, fields: readonly Data[], netuid = NETUID) =>
  setCommitment(chain.ctx, { netuid, who, fields })

describe('set_commitment', () => {
  it('replaces the commitment and writes the index also where nothing waits', () => {
    const chain = chainWithNeurons()
    commit(chain, [raw(3)])
    const s = chain.ctx.storage.commitments
    expect(s.commitmentOf.get(NETUID, who)).toEqual({
      deposit: 0n,
      block: 7,
      info: { fields: [raw(3)] },
    })
    expect(s.lastCommitment.get(NETUID, who)).toBe(7)
    expect(s.timelockedIndex.exists()).toBe(true)
    expectLastEvent(chain, events.Commitment, { netuid: NETUID, who })
  })

  it('refuses a hotkey without a uid on the subnet', () => {
    const chain = chainWithNeurons()
    expectNoop(chain, () => commit(chain, [], 3), errors.AccountNotAllowedCommit)
  })

  it('names the first reveal round and keeps the index ordered', () => {
    const chain = chainWithNeurons()
    const fields = [raw(1), sealed(new Uint8Array(2), 9n), sealed(new Uint8Array(2), 8n)]
    commit(chain, fields)
    expectLastEvent(chain, events.TimelockCommitment, { netuid: NETUID, who, revealRound: 9n })
    setCommitment(chain.ctx, { netuid: NETUID, who: other, fields })
    const { timelockedIndex } = chain.ctx.storage.commitments
    expect(timelockedIndex.get()).toEqual([
      [NETUID, other],
      [NETUID, who],
    ])
    commit(chain, [])
    expect(timelockedIndex.get()).toEqual([[NETUID, other]])
  })

  it.each([
    { allowed: true, row: [[1, 5]] },
    {
      allowed: false,
      row: [
        [0, 4],
        [1, 5],
      ],
    },
  ])('drops the bonds in the hotkey if the subnet allows it: $allowed', ({ allowed, row }) => {
    const chain = chainWithNeurons()
    const { bonds, bondsResetOn } = chain.ctx.storage.subtensor
    bondsResetOn.set(NETUID, allowed)
    bonds.set(
      NETUID,
      1,
      U16Pairs.of([
        [0, 4],
        [1, 5],
      ]),
    )
    commit(chain, [{ type: 'ResetBondsFlag' }])
    expect([...bonds.get(NETUID, 1)]).toEqual(row)
    expect(chain.ctx.storage.commitments.lastBondsReset.get(NETUID, who)).toBe(7)
  })
})

describe.skipIf(!hasShared)('space of an account in an epoch (skipped without ../shared)', () => {
  it.each(spaceCases)('$payloads within $max_space', (recorded) => {
    const chain = chainWithNeurons()
    const s = chain.ctx.storage.commitments
    s.maxSpace.set(recorded.max_space)
    for (const [i, size] of recorded.payloads.entries()) {
      if (recorded.results?.[i] === 'SpaceLimitExceeded') {
        expectNoop(chain, () => commit(chain, [raw(size)]), errors.SpaceLimitExceeded)
        chain.ctx.storage.subtensor.subnetEpochIndex.set(NETUID, 1n)
      }
      commit(chain, [raw(size)])
      const used = recorded.used_space_after?.[i]
      if (used !== undefined) {
        expect(s.usedSpaceOf.get(NETUID, who)?.usedSpace).toBe(BigInt(used))
      }
    }
  })
})

describe.skipIf(!hasShared)('reveal of timelocked fields (skipped without ../shared)', () => {
  const [recorded] = encryptions
  const round = BigInt(recorded?.round ?? 0)
  const ciphertext = parseHex(recorded?.ciphertext ?? '0x')

  function addPulse(chain: TestChain): void {
    const signature = parseHex(recorded?.round_signature ?? '0x')
    chain.ctx.storage.drand.pulses.set(round, { round, randomness: new Uint8Array(32), signature })
  }

  it('waits for the pulse, then publishes the plaintext and keeps the other fields', () => {
    const chain = chainWithNeurons()
    const s = chain.ctx.storage.commitments
    commit(chain, [raw(2), sealed(ciphertext, round)])
    chain.commit()
    revealCommitments(chain.ctx)
    expect(chain.ctx.state.takeDiff()).toEqual([])

    addPulse(chain)
    chain.ctx.blockNumber = 9
    revealCommitments(chain.ctx)
    expectLastEvent(chain, events.CommitmentRevealed, { netuid: NETUID, who })
    const [revealed] = s.revealedCommitments.get(NETUID, who) ?? []
    expect(revealed && [bytesToHex(revealed[0]), revealed[1]]).toEqual([
      bytesToHex(parseHex(recorded?.plaintext ?? '0x')),
      9n,
    ])
    expect(s.commitmentOf.get(NETUID, who)).toEqual({
      deposit: 0n,
      block: 7,
      info: { fields: [raw(2)] },
    })
    expect(s.timelockedIndex.get()).toEqual([])
  })

  it('drops what its pulse does not open, and a commitment with nothing else in it', () => {
    const chain = chainWithNeurons()
    const s = chain.ctx.storage.commitments
    commit(chain, [sealed(hexToBytes('0102'), round)])
    addPulse(chain)
    chain.commit()
    revealCommitments(chain.ctx)
    expect(eventNames(chain)).toEqual([])
    expect(s.commitmentOf.exists(NETUID, who)).toBe(false)
    expect(s.revealedCommitments.exists(NETUID, who)).toBe(false)
    expect(s.lastCommitment.exists(NETUID, who)).toBe(true)
    expect(s.timelockedIndex.get()).toEqual([])
  })

  it('keeps the ten newest', () => {
    const chain = chainWithNeurons()
    addPulse(chain)
    for (let i = 1; i <= 12; i++) {
      chain.ctx.blockNumber = i
      chain.ctx.storage.commitments.maxSpace.set(100_000)
      commit(chain, [sealed(ciphertext, round)])
      revealCommitments(chain.ctx)
    }
    const revealed = chain.ctx.storage.commitments.revealedCommitments.get(NETUID, who) ?? []
    expect(revealed.map(([, block]) => Number(block))).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})

describe('the end of a subnet', () => {
  it('takes its commitments with it and writes the index', () => {
    const chain = chainWithNeurons()
    chain.ctx.storage.subtensor.uids.set(3, who, 0)
    const fields = [sealed(new Uint8Array(1), 1n), { type: 'ResetBondsFlag' } as const]
    commit(chain, fields)
    commit(chain, fields, 3)
    purgeCommitments(chain.ctx, NETUID)
    const s = chain.ctx.storage.commitments
    for (const map of [s.commitmentOf, s.lastCommitment, s.lastBondsReset, s.usedSpaceOf]) {
      expect([map.exists(NETUID, who), map.exists(3, who)]).toEqual([false, true])
    }
    expect(s.timelockedIndex.get()).toEqual([[3, who]])
  })

  it('writes an empty index where there was none', () => {
    const chain = testChain()
    purgeCommitments(chain.ctx, NETUID)
    expect(chain.ctx.state.takeDiff().map(([, value]) => value && bytesToHex(value))).toEqual([
      '00',
    ])
  })
})

describe('fields on the wire', () => {
  const hash = new Uint8Array(32).fill(5)
  it.each<readonly [Data, string]>([
    [{ type: 'None' }, '00'],
    [raw(0), '01'],
    [raw(2), '030707'],
    [raw(128), `81${'07'.repeat(128)}`],
    [{ type: 'BlakeTwo256', value: hash }, `82${'05'.repeat(32)}`],
    [{ type: 'ShaThree256', value: hash }, `85${'05'.repeat(32)}`],
    [sealed(hexToBytes('0102'), 3n), '860801020300000000000000'],
    [{ type: 'ResetBondsFlag' }, '87'],
    [{ type: 'BigRaw', value: hexToBytes('0909') }, '88080909'],
  ])('%o', (field, hex) => {
    expect(bytesToHex(encode(data, field))).toBe(hex)
    expect(decode(data, hexToBytes(hex))).toEqual(field)
  })

  it('knows no kind after 136', () => {
    expect(() => decode(data, hexToBytes('89'))).toThrow(ScaleError)
  })
})
