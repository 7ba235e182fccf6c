/**
 * Goal: a password gives the recorded key. One derivation takes seconds, so
 * one stands for all: the hardest, a Unicode password.
 */
import { describe, expect, it } from 'vitest'
import { parseHex } from '../../../src/primitives/hex.ts'
import { decryptKeyfile } from '../../../src/wallet/encryption.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface NaclVectors {
  readonly encrypted: readonly {
    readonly password: string
    readonly plaintext: string
    readonly file: string
  }[]
}

describe.skipIf(!hasShared)('decryptKeyfile', () => {
  it('opens a recorded file and tells its progress', { timeout: 600_000 }, async () => {
    const files = sharedJson<NaclVectors>('vectors/wallet/nacl.json').encrypted
    const recorded = files.find(({ password }) => password.includes('中文'))
    const heard: number[] = []
    const file = parseHex(recorded?.file ?? '')
    const plain = await decryptKeyfile(file, recorded?.password ?? '', (done) => heard.push(done))
    expect(new TextDecoder().decode(plain)).toBe(recorded?.plaintext)
    expect(heard.at(-1)).toBe(1)
  })
})
