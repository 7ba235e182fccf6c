/**
 * Goal: the chain's 512-neuron graph over several epochs. Method: the recipe of `vectors/README.md`
 * for `epoch-512.json`; each epoch reads what the one before stored.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  type EpochInput,
  epochMechanism,
  kernelMechanism,
  type MechanismEpoch,
  type StoredRow,
  U16Pairs,
} from '../../../local-chain/yuma/index.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'
import { mechanismState, recipeDefaults, upscaledRow } from './generated-epochs.ts'

interface NeuronExpectation {
  consensus: number
  incentive: number
  dividends: number
  emission: string
  bondToFirstValidator: number
  bondToFirstServer: number
}

interface NeuronExtra {
  validatorTrust: number
  stakeWeight: number
}

interface Graph {
  name: string
  n: number
  validators: string
  stakePerValidator: string
  weightValueBeforeUpscale: number
  serverSelfWeights: boolean
  epochs: number
  emission: string
  expect: { validator: NeuronExpectation; server: NeuronExpectation }
  exactExtra: { validator: NeuronExtra; server: NeuronExtra }
}

function isValidator(graph: Graph, uid: number): boolean {
  return graph.validators === '0..63' ? uid < 64 : uid % 8 === 0
}

function graphInput(graph: Graph): EpochInput<number> {
  const uids = Array.from({ length: graph.n }, (_, uid) => uid)
  const stake = BigInt(graph.stakePerValidator)
  return {
    ...recipeDefaults,
    n: graph.n,
    block: 1n,
    tempo: 65_534,
    lastMechanismStepBlock: 0n,
    hotkeys: uids,
    ownerHotkey: undefined,
    blockAtRegistration: uids.map(() => 0n),
    validatorPermit: uids.map(() => false),
    taoWeight: 0n,
    alpha: new Map(uids.filter((uid) => isValidator(graph, uid)).map((uid) => [uid, stake])),
    mechanisms: [mechanismState([], [], [])],
  }
}

function graphWeights(graph: Graph): (StoredRow | undefined)[] {
  const uids = Array.from({ length: graph.n }, (_, uid) => uid)
  const servers = uids.filter((uid) => !isValidator(graph, uid))
  const toServers = upscaledRow(
    servers,
    servers.map(() => graph.weightValueBeforeUpscale),
  )
  return uids.map((uid) => {
    if (isValidator(graph, uid)) return toServers
    return graph.serverSelfWeights ? U16Pairs.of([[uid, 65_535]]) : undefined
  })
}

describe.skipIf(!hasShared).each([
  ['reference', epochMechanism],
  ['kernel', kernelMechanism],
] as const)('the 512-neuron graph by the %s', (_mode, run) => {
  const graphs = hasShared ? sharedJson<Graph[]>('vectors/yuma/epoch-512.json') : []

  it.each(graphs)('$name settles as the source test asserts', (graph) => {
    const emission = BigInt(graph.emission)
    const start = graphInput(graph)
    const first = run(start, 0, emission)
    const validatorPermit = first.terms.map((term) => term.newValidatorPermit)
    const weights = graphWeights(graph)
    const lastUpdate = weights.map(() => 1n)

    let bonds = first.writes.bonds
    let last: MechanismEpoch<number> = first
    for (let epoch = 0; epoch < graph.epochs; epoch += 1) {
      const mechanisms = [mechanismState(lastUpdate, weights, bonds)]
      last = run({ ...start, validatorPermit, mechanisms }, 0, emission)
      bonds = last.writes.bonds
    }

    const firstValidator = 0
    const firstServer = weights.findIndex((_, uid) => !isValidator(graph, uid))
    const bondTo = (uid: number, column: number): number => bonds[uid]?.get(column) ?? 0
    for (const term of last.terms) {
      const role = isValidator(graph, term.uid) ? 'validator' : 'server'
      expect({
        consensus: term.consensus,
        incentive: term.incentive,
        dividends: term.dividend,
        emission: String(term.emission),
        bondToFirstValidator: bondTo(term.uid, firstValidator),
        bondToFirstServer: bondTo(term.uid, firstServer),
        validatorTrust: term.validatorTrust,
        stakeWeight: term.stakeWeight,
      }).toEqual({ ...graph.expect[role], ...graph.exactExtra[role] })
    }
  })
})
