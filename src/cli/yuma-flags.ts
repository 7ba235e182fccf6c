/**
 * Options of the what-if commands: where the subnet comes from, how long it runs, what is plotted.
 *
 * @module
 */
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { networkFlags } from './flags.ts'
import { netuidFlag } from './value-flags.ts'

/** Epochs of one run: at tempo 360 more than a year. */
const EPOCHS_MAX = 10_000

export const subnetFileArgs = {
  file: Args.string({ name: 'FILE', description: 'JSON, YAML or CSV; - reads stdin' }),
}

/** Where the subnet comes from. */
export const subnetFlags = {
  'from-chain': Flags.boolean({
    summary: 'read a live subnet instead of a file',
  }),
  netuid: netuidFlag({ summary: 'the subnet to read' }),
  block: Flags.integer({
    min: 0,
    summary: 'state at the end of this block (default: the newest)',
    helpValue: 'N',
  }),
  weights: Flags.string({
    summary: 'CSV matrix that replaces the weights: one row and column for each uid',
    helpValue: 'FILE',
  }),
  emission: Flags.string({
    summary: 'alpha handed out by each epoch; with --from-chain a whole tempo of it, or: pending',
    helpValue: 'ALPHA',
  }),
  ...networkFlags,
}

/** How long it runs and what is drawn. */
export const epochFlags = {
  epochs: Flags.integer({
    min: 1,
    max: EPOCHS_MAX,
    summary: 'epochs in a row; bonds, permits and blocks are carried over',
    helpValue: 'N',
  }),
  stale: Flags.boolean({
    summary: 'validators never set their weights again, so they become inactive',
  }),
  plot: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    summary: 'draw: terminal, or a file ending in .svg or .html',
    helpValue: 'WHERE',
  }),
}

/** For comparing: what happened before the change. */
export const warmUpFlag = Flags.integer({
  min: 0,
  max: EPOCHS_MAX,
  default: 0,
  summary: 'epochs as it is before anything changes, so that bonds have grown',
  helpValue: 'N',
})

export const csvFlag = Flags.boolean({
  summary: 'print a table of comma-separated values',
  exclusive: ['json', 'json-output'],
  helpGroup: 'OUTPUT',
})
