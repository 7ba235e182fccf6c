/** Goal: near words are found, far ones are not. Method: textbook distances and typical slips. */
import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from '../../../src/primitives/nearest.ts'

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
    ['netuid', 'netiud', 1],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })
})

describe('nearest', () => {
  const words = ['network', 'netuid', 'no-prompt', 'json', 'wallet-name']

  it.each([
    ['netwrok', 'network'],
    ['netud', 'netuid'],
    ['wallet', 'wallet-name'],
    ['jsn', 'json'],
  ])('finds what %s was meant to be', (typed, meant) => {
    expect(nearest(typed, words)[0]).toBe(meant)
  })

  it('finds nothing for a word that resembles none, nor for an absurdly long one', () => {
    expect(nearest('hyperparameter', words)).toEqual([])
    expect(nearest('n'.repeat(10_000), words)).toEqual([])
  })
})
