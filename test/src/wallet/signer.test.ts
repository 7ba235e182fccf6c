/** Goal: our signatures and verdicts are the network's. Method: recorded and fresh signatures. */
import { Keyring } from '@polkadot/keyring'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import { bytesTo0x, hexToBytes, parseHex } from '../../../src/primitives/hex.ts'
import { ss58Decode } from '../../../src/primitives/ss58.ts'
import type { CryptoType } from '../../../src/wallet/key.ts'
import { keyFromSeed } from '../../../src/wallet/make-key.ts'
import { devSigner, signerFromKey, verifySignature } from '../../../src/wallet/signer.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface RecordedSignature {
  readonly type: CryptoType
  readonly messageHex: string
  readonly signer: string
  readonly publicKey: string
  readonly signature: string
  readonly valid: boolean
}

const text = new TextEncoder()

describe.skipIf(!hasShared)('recorded signatures', () => {
  const recorded = (): readonly RecordedSignature[] =>
    sharedJson<{ signatures: RecordedSignature[] }>('vectors/wallet/signatures.json').signatures

  it('get the recorded verdicts', async () => {
    for (const { type, messageHex, signer, publicKey, signature, valid } of recorded()) {
      expect(hexToBytes(ss58Decode(signer).accountId)).toEqual(parseHex(publicKey))
      const verdict = await verifySignature({
        message: parseHex(messageHex),
        signature: parseHex(signature),
        signer: { publicKey: parseHex(publicKey), cryptoType: type },
      })
      expect(verdict).toBe(valid)
    }
  })

  it('are reproduced where the scheme is deterministic', async () => {
    const found = recorded().find(({ type }) => type === 'ed25519')
    const signer = await signerFromKey(await keyFromSeed(new Uint8Array(32).fill(1), 'ed25519'))
    expect(signer.address).toBe(found?.signer)
    expect(bytesTo0x(signer.sign(parseHex(found?.messageHex ?? '')))).toBe(found?.signature)
  })
})

describe('signerFromKey', () => {
  it.each(['sr25519', 'ed25519'] as const)('signs with %s what others accept', async (type) => {
    await cryptoWaitReady()
    const foreign = new Keyring({ type, ss58Format: 42 }).addFromUri('//Alice//stash')
    const ours = await devSigner('//Alice//stash', type)
    expect(ours.address).toBe(foreign.address)
    const message = text.encode('set weights')
    expect(foreign.verify(message, ours.sign(message), foreign.publicKey)).toBe(true)
    const signer = { publicKey: foreign.publicKey, cryptoType: type }
    expect(await verifySignature({ message, signature: foreign.sign(message), signer })).toBe(true)
  })

  it('does not accept another message, another key or malformed input', async () => {
    const alice = await devSigner('//Alice')
    const bob = await devSigner('//Bob')
    const message = text.encode('1')
    const signature = alice.sign(message)
    const verdicts = await Promise.all([
      verifySignature({ message, signature, signer: alice }),
      verifySignature({ message: text.encode('2'), signature, signer: alice }),
      verifySignature({ message, signature, signer: bob }),
      verifySignature({ message, signature: signature.slice(1), signer: alice }),
      verifySignature({ message, signature: new Uint8Array(64), signer: alice }),
    ])
    expect(verdicts).toEqual([true, false, false, false, false])
  })
})

describe('devSigner', () => {
  it.each([
    ['//Alice', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
    ['//Bob', '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'],
    ['//Charlie', '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y'],
    ['//Dave', '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy'],
    ['//Eve', '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw'],
    ['//Ferdie', '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL'],
  ])('makes %s', async (uri, address) => {
    const signer = await devSigner(uri)
    expect(signer.address).toBe(address)
    expect(ss58Decode(address).accountId).toBe(signer.accountId)
  })
})
