/**
 * Goal: our timelock is the reference's, byte for byte. Method: recorded rounds, ciphertexts made with
 * fixed randomness, and a commit of the real network (of which only the framing can be read).
 */
import { describe, expect, it } from 'vitest'
import { bytesToHex, parseHex } from '../../../../src/primitives/hex.ts'
import {
  beaconPublicKey,
  beaconSecret,
  isRoundSigned,
  parsePublicKey,
  parseSignature,
  roundIdentity,
  roundPoint,
  roundRandomness,
  signRound,
} from '../../../../src/primitives/timelock/beacon.ts'
import { decryptWithSignature, encryptToRound } from '../../../../src/primitives/timelock/cipher.ts'
import { hasShared, sharedJson } from '../../../support/shared.ts'

interface Pulse {
  readonly round: number
  readonly identity: string
  readonly message_point_g1: string
  readonly signature: string
  readonly randomness: string
}
interface Vectors {
  readonly quicknet: { readonly public_key: string; readonly known_pulses: readonly Pulse[] }
  readonly local_beacon_example: {
    readonly seed_utf8: string
    readonly public_key_g2: string
    readonly pulses: readonly Pulse[]
  }
  readonly encryption: readonly {
    readonly name: string
    readonly beacon_public_key: string
    readonly round: number
    readonly plaintext: string
    readonly t_scalar_le32: string
    readonly esk: string
    readonly aes_nonce: string
    readonly ciphertext: string
    readonly round_signature: string
  }[]
  readonly mainnet_commit: { readonly commit: string }
}

const NOTHING: Vectors = {
  quicknet: { public_key: '', known_pulses: [] },
  local_beacon_example: { seed_utf8: '', public_key_g2: '', pulses: [] },
  encryption: [],
  mainnet_commit: { commit: '' },
}
const vectors = hasShared ? sharedJson<Vectors>('vectors/weights/timelock.json') : NOTHING
const to0x = (bytes: Uint8Array) => `0x${bytesToHex(bytes)}`

function signature(hex: string) {
  const point = parseSignature(parseHex(hex))
  if (point === undefined) throw new Error('the recorded signature does not parse')
  return point
}
function publicKey(hex: string) {
  const point = parsePublicKey(parseHex(hex))
  if (point === undefined) throw new Error('the recorded key does not parse')
  return point
}

describe.skipIf(!hasShared)('rounds of a beacon (skipped without ../shared)', () => {
  const { quicknet, local_beacon_example: local } = vectors

  it.each([...quicknet.known_pulses, ...local.pulses])(
    'names round $round as recorded',
    (pulse) => {
      const round = BigInt(pulse.round)
      expect(to0x(roundIdentity(round))).toBe(pulse.identity)
      expect(to0x(roundPoint(round).toBytes())).toBe(pulse.message_point_g1)
      expect(to0x(roundRandomness(parseHex(pulse.signature)))).toBe(pulse.randomness)
    },
  )

  it('verifies what the real beacon signed, and only for its own round', () => {
    const key = publicKey(quicknet.public_key)
    const [first] = quicknet.known_pulses
    const signed = signature(first?.signature ?? '')
    expect(isRoundSigned({ publicKey: key, round: 1000n, signature: signed })).toBe(true)
    expect(isRoundSigned({ publicKey: key, round: 1001n, signature: signed })).toBe(false)
  })

  it('signs rounds of a beacon of its own as recorded', () => {
    const secret = beaconSecret(local.seed_utf8)
    expect(to0x(beaconPublicKey(secret))).toBe(local.public_key_g2)
    for (const pulse of local.pulses) {
      expect(to0x(signRound(secret, BigInt(pulse.round)))).toBe(pulse.signature)
    }
  })

  it('takes bytes for a point only where they are one', () => {
    const bytes = parseHex(quicknet.known_pulses[0]?.signature ?? '')
    expect(parseSignature(new Uint8Array())).toBeUndefined()
    expect(parseSignature(bytes.subarray(1))).toBeUndefined()
    expect(parseSignature(bytes.map((byte, i) => (i === 0 ? byte & 0x7f : byte)))).toBeUndefined()
    expect(parseSignature(Uint8Array.of(...bytes, 1, 2))).toBeDefined()
    expect(parsePublicKey(bytes)).toBeUndefined()
  })
})

describe.skipIf(!hasShared)('encryption to a round (skipped without ../shared)', () => {
  const { encryption, mainnet_commit: commit } = vectors

  it.each(encryption)('encrypts and decrypts as recorded: $name', (v) => {
    const beacon = { publicKey: publicKey(v.beacon_public_key), round: BigInt(v.round) }
    const ciphertext = encryptToRound(beacon, parseHex(v.plaintext), {
      key: parseHex(v.esk),
      mask: parseHex(v.t_scalar_le32),
      nonce: parseHex(v.aes_nonce),
    })
    expect(to0x(ciphertext)).toBe(v.ciphertext)
    const opened = decryptWithSignature(parseHex(v.ciphertext), signature(v.round_signature))
    expect(to0x(opened ?? new Uint8Array())).toBe(v.plaintext)
  })

  it('opens nothing with the signature of another round', () => {
    const [first, second] = encryption
    const other = signature(second?.round_signature ?? '')
    expect(decryptWithSignature(parseHex(first?.ciphertext ?? ''), other)).toBeUndefined()
    expect(decryptWithSignature(parseHex(commit.commit), other)).toBeUndefined()
  })

  it('opens nothing that was cut short or changed, and ignores what follows', () => {
    const [vector] = encryption
    const ciphertext = parseHex(vector?.ciphertext ?? '')
    const signed = signature(vector?.round_signature ?? '')
    // Point, lengths of each part, tag, the last byte of the suite's name.
    for (const at of [0, 95, 96, 103, 136, 176, 184, 250]) {
      const changed = ciphertext.map((byte, i) => (i === at ? byte ^ 0x55 : byte))
      expect(decryptWithSignature(changed, signed), `byte ${at}`).toBeUndefined()
    }
    for (const size of [0, 95, 96, 104, ciphertext.length - 1]) {
      expect(decryptWithSignature(ciphertext.subarray(0, size), signed)).toBeUndefined()
    }
    expect(decryptWithSignature(Uint8Array.of(...ciphertext, 9), signed)).toBeDefined()
  })
})
