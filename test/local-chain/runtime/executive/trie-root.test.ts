/**
 * Goal: headers carry the extrinsics root that Substrate computes. Expected roots are those that
 * independent implementations of the trie publish, and node encodings written out by hand.
 */
import { describe, expect, it } from 'vitest'
import { orderedTrieRoot, trieRoot } from '../../../../local-chain/runtime/executive/trie-root.ts'
import { blake2b256, blake2b256Hex } from '../../../../src/primitives/hash.ts'
import { hexToBytes } from '../../../../src/primitives/hex.ts'

const text = (value: string) => new TextEncoder().encode(value)
const trie = (entries: Record<string, string>) =>
  trieRoot(Object.entries(entries).map(([key, value]) => [text(key), text(value)]))

describe('trieRoot', () => {
  it('is the root of the empty trie for a block without extrinsics', () => {
    const empty = '03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314'
    expect(orderedTrieRoot([])).toBe(empty)
  })

  it('agrees with a published root of a branch that holds a value', () => {
    const root = 'a61820b5fba9b01aee10b5bbd84aea80b8230318c5e8ca14b9a4940c76e09815'
    expect(trie({ foo: 'bar', foobar: 'baz' })).toBe(root)
  })

  it('agrees with a published root of nested branches', () => {
    const root = '441807c345ca7adf88bd21ab1b3cbadb15616abb89167eb9fe285dd5cecd04c8'
    const entries = { bar: 'foo', barfoo: 'hello', anotheritem: 'anothervalue' }
    expect(trie(entries)).toBe(root)
  })
})

describe('orderedTrieRoot', () => {
  it('keeps a value of 32 bytes in its leaf', () => {
    const value = new Uint8Array(32).fill(7)
    // Leaf of two nibbles, key 00, Compact(32), the value.
    const leaf = Uint8Array.of(0x42, 0x00, 0x80, ...value)
    expect(orderedTrieRoot([value])).toBe(blake2b256Hex(leaf))
  })

  it('keeps a value of 33 bytes by its hash', () => {
    const value = new Uint8Array(33).fill(7)
    const leaf = Uint8Array.of(0x22, 0x00, ...blake2b256(value))
    expect(orderedTrieRoot([value])).toBe(blake2b256Hex(leaf))
  })

  it('puts two extrinsics under one branch by their Compact positions', () => {
    const [a, b] = [hexToBytes('aa'), hexToBytes('bb')]
    // Keys 00 and 04: one common nibble, children 0 and 4; leaves without nibbles are inline.
    const branch = hexToBytes('81001100' + '0c4004aa' + '0c4004bb')
    expect(orderedTrieRoot([a, b])).toBe(blake2b256Hex(branch))
  })
})
