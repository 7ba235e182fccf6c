/**
 * The words of the what-if commands, as help shows them. Loaded with every one of them, so it leads to
 * nothing else.
 *
 * @module
 */

/** Parameters of an epoch. */
export const PARAMETER_MEANINGS = {
  kappa: 'stake share that must agree before a weight counts',
  bondsMovingAverage: 'part of a bond that is kept each epoch; the rest follows the weights',
  bondsPenalty: '1: bonds follow clipped weights, 0: weights as set, between: a blend',
  yuma3: 'bonds of Yuma 3 (true) or the classic ones (false)',
  liquidAlpha: 'bonds move faster the more a weight differs from consensus; Yuma 3 only',
  alphaLow: 'slowest share by which a bond moves under liquid alpha',
  alphaHigh: 'fastest share by which a bond moves under liquid alpha',
  alphaSigmoidSteepness: 'how sharply liquid alpha turns from low to high; may be negative',
  maxAllowedValidators: 'how many validators hold a permit, besides the owner',
  stakeThreshold: 'stake below which a neuron counts as having none, alpha',
  taoWeight: 'what 1 TAO on root counts, in alpha',
  tempo: 'blocks from one epoch to the next',
  activityCutoff: 'tempos without new weights after which a validator is inactive',
  commitReveal: 'whether weights stay hidden for a while',
  revealPeriod: 'epochs after which a commit expires',
} as const

/** Fields of the plain form besides the parameters. */
export const FIELD_MEANINGS = {
  names: 'one name for each neuron (default: they go by uid)',
  stake: 'alpha behind each neuron; its length is the number of neurons',
  rootStake: 'TAO on root behind each neuron (default: none)',
  weights: 'rows of weights, a matrix, rows by neuron, or the name of a CSV file',
  bonds: 'bonds before the first epoch, shares from 0 to 1 (default: none)',
  validatorPermit: 'who holds a permit already (default: who would get one)',
  owner: 'the neuron of the subnet owner, who always holds a permit (default: nobody)',
  block: 'block of the first epoch (default: 100 tempos)',
  blockAtRegistration: 'block of each registration (default: 0)',
  lastUpdate: 'block of the last weights of each neuron (default: one tempo before)',
  emission: 'alpha handed out by each epoch (default: 1)',
  epochs: 'how many epochs to run (default: 1)',
  variants: 'changes by name, for tao yuma compare',
} as const

/** Keys and their values, for help. */
export const CHANGE_HELP = [
  'PARAMETER=VALUE           kappa=0.6, yuma3=false, ... (decimals)',
  'emission=ALPHA            alpha handed out by each epoch',
  'stake.WHO=ALPHA           stake of a neuron; rootStake.WHO=TAO likewise',
  'weights.WHO=ROW           a whole row: carol:0.6+dave:0.4, or 0 for none',
  'weight.WHO.WHOM=SHARE     one weight as a share of its row; the rest keeps its proportion',
  'validator.NAME=STAKE@ROW  a new validator with its weights',
  'miner.NAME=STAKE          a new neuron without weights',
  'cabal.WHOM=SHARE          a new validator with this share of all stake, all weight on WHOM',
].join('\n')

/** Names and meanings, for help. */
export const METRIC_HELP = [
  'emission:WHO          alpha of the last epoch; totalEmission:WHO of all epochs',
  'serverEmission:WHO, validatorEmission:WHO  its parts as miner and as validator',
  'incentive:WHO, dividends:WHO, consensus:WHO, validatorTrust:WHO, stakeWeight:WHO  shares of 1',
  'bond:WHO:WHOM         what validator WHO holds in miner WHOM, a share of 1',
  'settled               the epoch after which bonds stand still',
].join('\n')

/** How an epoch comes to its results. */
export const GLOSSARY = [
  'Each epoch of a subnet (Yuma consensus) goes through these steps:',
  '  stake weight   alpha of a neuron plus what its root TAO counts, as a share of all',
  '  active stake   the same, of active validators with a permit only',
  '  weights        what each validator says about each miner; a row adds up to 1',
  '  consensus      the weight that validators with more than kappa of the stake agree on',
  '  clipped        weights cut down to consensus: what is above it counts for nothing',
  '  trust          how much of its weights a validator keeps after clipping',
  '  incentive      stake-weighted clipped weights of a miner, as a share of all: its pay',
  '  bonds          what a validator has invested in a miner; they follow its weights slowly',
  '  dividends      bonds times incentive of the miners: the pay of a validator',
  '  emission       half by incentive, half by dividends',
].join('\n')

/** `name  meaning` lines. */
export function meanings(table: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(table).map((name) => name.length))
  return Object.entries(table)
    .map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`)
    .join('\n')
}

/** Every line moved in by two. */
export function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}
