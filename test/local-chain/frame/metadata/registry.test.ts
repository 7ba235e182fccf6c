/**
 * Goal: equal types get one number and unlike ones never share it.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { TypeRegistry } from '../../../../local-chain/frame/metadata/registry.ts'
import {
  boundedVec,
  lazy,
  option,
  struct,
  tuple,
  vec,
} from '../../../../local-chain/frame/types/combinators.ts'
import { bool, u8, u16 } from '../../../../local-chain/frame/types/primitives.ts'
import type { AnyType } from '../../../../local-chain/frame/types/type.ts'

function emptyRegistry(): TypeRegistry {
  const none = (): AnyType => tuple()
  return new TypeRegistry({
    RuntimeCall: none,
    RuntimeEvent: none,
    RuntimeError: none,
    OriginCaller: none,
    UncheckedExtrinsic: none,
  })
}

describe('TypeRegistry', () => {
  it('gives equal structures one number', () => {
    const registry = emptyRegistry()
    expect(registry.idOf(vec(tuple(u8, u16)))).toBe(registry.idOf(vec(tuple(u8, u16))))
    expect(registry.idOf(vec(u8))).not.toBe(registry.idOf(vec(u16)))
  })

  it('tells generic types apart by their parameters', () => {
    const registry = emptyRegistry()
    expect(registry.idOf(option(u8))).toBe(registry.idOf(option(u8)))
    expect(registry.idOf(option(u8))).not.toBe(registry.idOf(option(u16)))
  })

  it('tells apart by key what the parameters do not', () => {
    const registry = emptyRegistry()
    expect(registry.idOf(boundedVec(u8, 4))).not.toBe(registry.idOf(boundedVec(u8, 5)))
  })

  it('registers a type that holds itself', () => {
    interface Tree {
      readonly children: readonly Tree[]
    }
    const tree: ReturnType<typeof struct> = struct('demo::Tree', {
      children: vec(lazy<Tree>('Tree', () => tree as never)),
    })
    const registry = emptyRegistry()
    const id = registry.idOf(tree)
    const [entry] = registry.entries().filter(({ path }) => path.includes('Tree'))
    expect(entry).toBe(registry.entries()[id])
  })

  it('refuses two unlike types of one name', () => {
    const registry = emptyRegistry()
    registry.idOf(struct('demo::Pair', { a: u8 }))
    registry.idOf(struct('demo::Pair', { a: bool }))
    expect(() => registry.entries()).toThrow('two types named demo::Pair differ')
  })
})
