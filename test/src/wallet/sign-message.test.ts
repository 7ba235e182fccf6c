/** Goal: texts signed here check out in btcli and back. Method: recorded signatures, pasted forms. */
import { describe, expect, it } from 'vitest'
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import { parsePrivateKey } from '../../../src/wallet/make-key.ts'
import { parseSignerName, signText, verifyText } from '../../../src/wallet/sign-message.ts'
import { devSigner } from '../../../src/wallet/signer.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const ALICE_HEX = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'

describe.skipIf(!hasShared)('verifyText', () => {
  it('gives the recorded verdicts, wrapped texts included', async () => {
    const { signatures } = sharedJson<{
      signatures: {
        type: 'sr25519' | 'ed25519'
        message: string
        signer: string
        signature: string
        valid: boolean
      }[]
    }>('vectors/wallet/signatures.json')
    for (const { type, message, signer, signature, valid } of signatures) {
      const named = parseSignerName(signer, type)
      expect(await verifyText({ text: message, signature, signer: named })).toBe(valid)
    }
  })
})

describe('signText', () => {
  it('signs UTF-8 even when the text looks like hex, and takes pasted forms back', async () => {
    const alice = await devSigner('//Alice')
    const signature = await signText(alice, '0x00')
    expect(signature).toMatch(/^[0-9a-f]{128}$/)
    const signer = parseSignerName(ALICE)
    for (const pasted of [signature, `0x${signature}`, ` ${signature.toUpperCase()}\n`]) {
      expect(await verifyText({ text: '0x00', signature: pasted, signer })).toBe(true)
    }
    expect(await verifyText({ text: '\u0000', signature, signer })).toBe(false)
    expect(await verifyText({ text: '0x00', signature: 'hello', signer })).toBe(false)
  })
})

describe('parseSignerName', () => {
  it.each([ALICE, ALICE_HEX, `0x${ALICE_HEX}`, `0x${ALICE_HEX.toUpperCase()}`])(
    'takes %s',
    (name) => {
      expect(parseSignerName(name).address).toBe(ALICE)
    },
  )

  it.each(['', 'alice', ALICE.slice(1), '0x', `0x${ALICE_HEX}00`])('refuses %j', (name) => {
    const refusal = expect.objectContaining({ code: 'INVALID_PUBLIC_KEY', exitCode: 2 })
    expect(() => parseSignerName(name)).toThrow(refusal)
  })
})

describe('parsePrivateKey', () => {
  it('takes 32 and 64 bytes and repeats nothing else', () => {
    expect(bytesTo0x(parsePrivateKey(`0x${'ab'.repeat(64)}`))).toBe(`0x${'ab'.repeat(64)}`)
    expect(parsePrivateKey('AB'.repeat(32))).toHaveLength(32)
    expect(() => parsePrivateKey('secretsecret')).toThrow(/64 or 128/)
    expect(() => parsePrivateKey('secretsecret')).not.toThrow(/secretsecret/)
  })
})
