/**
 * Who plays in the demo: wallets by name, and what each is there for.
 *
 * @module
 */

/** What somebody earns by. */
export type Part = 'owner' | 'validator' | 'nominator' | 'miner'

export interface Player {
  /** Name of the wallet. */
  readonly name: string
  readonly part: Part
  /** TAO to begin with, from the development account. */
  readonly funds: number
  /** Wallet whose hotkey the stake lies behind; its own unless given. */
  readonly behind?: string
  /** TAO that is staked. */
  readonly stake?: number
}

export const MINERS = [
  'miner1',
  'miner2',
  'miner3',
  'miner4',
  'miner5',
  'miner6',
  'miner7',
  'miner8',
]

/** The order is that of registration, so uids follow it: the owner is uid 0. */
export const CAST: readonly Player[] = [
  { name: 'owner', part: 'owner', funds: 1100 },
  { name: 'validator1', part: 'validator', funds: 200, stake: 100 },
  { name: 'validator2', part: 'validator', funds: 200, stake: 100 },
  { name: 'validator3', part: 'validator', funds: 200, stake: 50 },
  ...MINERS.map((name): Player => ({ name, part: 'miner', funds: 20 })),
  { name: 'nominator', part: 'nominator', funds: 200, stake: 60, behind: 'validator1' },
]

/**
 * What the validators think of miner 1 to 8. Two agree nearly; the third praises the last miner,
 * and since it has less than half of the stake, consensus cuts that weight off.
 */
export const OPINIONS: Readonly<Record<string, readonly number[]>> = {
  validator1: [8, 7, 6, 5, 4, 3, 2, 1],
  validator2: [8, 6, 6, 5, 4, 3, 3, 1],
  validator3: [1, 1, 1, 1, 1, 1, 1, 20],
}
