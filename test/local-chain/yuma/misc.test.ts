/**
 * Goal: the small functions around the epoch. Method: the tables of `vectors/yuma/misc.json` and the
 * recorded alphas of the sigmoid.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { I32F32 } from '../../../local-chain/frame/fixed/index.ts'
import {
  alphaValuesError,
  hasUniqueHotkeys,
  mechanismStorageIndex,
  netuidAndMecid,
  splitEmissions,
} from '../../../local-chain/yuma/index.ts'
import { type Matrix, matEma, matEmaAlpha } from '../../../local-chain/yuma/math/dense.ts'
import { bondsEmaAlpha, u16ProportionToFixed } from '../../../local-chain/yuma/math/scalars.ts'
import { at, type Vector } from '../../../local-chain/yuma/math/vectors.ts'
import {
  alphaSigmoid,
  liquidAlphaParameters,
} from '../../../local-chain/yuma/steps/liquid-alpha.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface Split {
  alpha: string
  mechanismCount: number
  split: number[] | null
  expected: string[]
}

interface StorageIndex {
  netuid: number
  mecid: number
  expected: number
}

interface ComputeBonds {
  alphaValues: [number, number]
  alphaSigmoidSteepness: number
  bondsMovingAverage: string
  weights: string[][]
  bonds: string[][]
  consensus: string[]
  exactLiquidOn: string[][]
  exactLiquidOff: string[][]
}

interface Misc {
  split_emissions: Split[]
  storage_index: StorageIndex[]
  netuid_and_mecid: { index: number; netuid: number; mecid: number }[]
  set_alpha_values: { liquidAlpha: boolean; low: number; high: number; expected: string }[]
  alpha_values_to_i32f32: { u16: number; exact: string }[]
  duplicate_hotkeys_consistency: { keys: [number, number][]; expected: boolean }[]
  compute_bonds_dense: ComputeBonds[]
}

function vector(bits: readonly string[]): Vector {
  return bits.map((value) => I32F32.fromBits(BigInt(value)))
}

function texts(m: Matrix): string[][] {
  return m.map((row) => row.map(String))
}

describe.skipIf(!hasShared)('functions around the epoch (recorded tables)', () => {
  const misc = (): Misc => sharedJson<Misc>('vectors/yuma/misc.json')

  it('splits emission and gives what flooring leaves to mechanism 0', () => {
    for (const { alpha, mechanismCount, split, expected } of misc().split_emissions) {
      const parts = splitEmissions(BigInt(alpha), mechanismCount, split ?? undefined)
      expect(parts.map(String)).toEqual(expected)
    }
  })

  it('maps subnet and mechanism to one storage index and back', () => {
    for (const { netuid, mecid, expected } of misc().storage_index) {
      expect(mechanismStorageIndex(netuid, mecid)).toBe(expected)
    }
    for (const { index, netuid, mecid } of misc().netuid_and_mecid) {
      expect(netuidAndMecid(index)).toEqual([netuid, mecid])
    }
  })

  it('refuses liquid alpha bounds as the chain does', () => {
    for (const { liquidAlpha, low, high, expected } of misc().set_alpha_values) {
      expect(alphaValuesError(liquidAlpha, [low, high]) ?? 'ok').toBe(expected)
    }
  })

  it('converts liquid alpha bounds', () => {
    for (const { u16, exact } of misc().alpha_values_to_i32f32) {
      expect(String(u16ProportionToFixed(u16))).toBe(exact)
    }
  })

  it('finds a hotkey that holds two uids', () => {
    for (const { keys, expected } of misc().duplicate_hotkeys_consistency) {
      expect(hasUniqueHotkeys(keys.map(([, hotkey]) => hotkey))).toBe(expected)
    }
  })

  it('moves dense bonds with and without liquid alpha', () => {
    for (const given of misc().compute_bonds_dense) {
      const weights = given.weights.map(vector)
      const bonds = given.bonds.map(vector)
      const consensus = vector(given.consensus)
      const parameters = liquidAlphaParameters(given.alphaValues, given.alphaSigmoidSteepness)
      const alphas = weights.map((row, i) =>
        row.map((w, j) => alphaSigmoid(at(consensus, j), w, at(bonds[i] ?? [], j), parameters)),
      )
      expect(texts(matEmaAlpha(weights, bonds, alphas))).toEqual(given.exactLiquidOn)
      const alpha = bondsEmaAlpha(BigInt(given.bondsMovingAverage))
      expect(texts(matEma(weights, bonds, alpha))).toEqual(given.exactLiquidOff)
    }
  })

  it('gives the recorded alphas of the sigmoid', () => {
    const cases = sharedJson<{ fn: string; args: string[]; result: string }[]>(
      'vectors/math/transcendental.json',
    ).filter(({ fn }) => fn === 'alpha_sigmoid')
    expect(cases.length).toBe(23)
    const got = cases.map(({ args }) => {
      const values = vector(args)
      const parameters = { low: at(values, 3), high: at(values, 4), steepness: at(values, 5) }
      return String(alphaSigmoid(at(values, 0), at(values, 1), at(values, 2), parameters))
    })
    expect(got).toEqual(cases.map(({ result }) => result))
  })
})
