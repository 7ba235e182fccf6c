/**
 * Options of commands that submit to a chain, in groups as `flags.ts` has them.
 *
 * Source: ../shared/spec/cli.md section 2 (defaults included; where btcli's help and code differ,
 * the code counts).
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { fractionFlag } from './value-flags.ts'

const TRANSACTION = 'TRANSACTION'

/** How long a signed transaction may wait for a block. */
export const eraFlags = {
  period: Flags.integer({
    aliases: ['era'],
    min: 4,
    max: 65_536,
    summary: 'blocks in which the transaction is valid; 16 unless given',
    helpValue: 'BLOCKS',
    helpGroup: TRANSACTION,
  }),
}

/** Encrypting a transaction until it is in a block. Accepted everywhere btcli accepts it. */
export const mevFlags = {
  'mev-protection': Flags.boolean({
    allowNo: true,
    summary: 'hide the transaction until it is in a block, where the network can',
    helpGroup: TRANSACTION,
  }),
}

/** What to wait for. */
export const waitFlags = {
  'wait-for-inclusion': Flags.boolean({
    allowNo: true,
    default: true,
    summary: 'wait until the transaction is in a block',
    helpGroup: TRANSACTION,
  }),
  'wait-for-finalization': Flags.boolean({
    allowNo: true,
    default: false,
    summary: 'wait until that block is final',
    helpGroup: TRANSACTION,
  }),
}

/** Protection against a price that moves; unset options fall back to the configuration file. */
export const priceFlags = {
  tolerance: fractionFlag({
    aliases: ['rate-tolerance', 'limit'],
    summary: 'how far the price may move; 0.005 unless given or kept',
    helpGroup: TRANSACTION,
  }),
  'safe-staking': Flags.boolean({
    aliases: ['safe'],
    allowNo: true,
    summary: 'refuse a worse price (also --unsafe); on unless kept otherwise',
    helpGroup: TRANSACTION,
  }),
  'allow-partial-stake': Flags.boolean({
    aliases: ['partial', 'allow', 'allow-partial'],
    allowNo: true,
    summary: 'take what the price limit allows; off unless kept otherwise',
    helpGroup: TRANSACTION,
  }),
}

/** Replacing key files. */
export const overwriteFlags = {
  overwrite: Flags.boolean({ allowNo: true, summary: 'replace existing key files' }),
}

/** Every subnet at once; `--netuid` wins when both are given. */
export const allNetuidsFlags = {
  'all-netuids': Flags.boolean({
    aliases: ['allnetuids'],
    allowNo: true,
    summary: 'all subnets',
  }),
}

/** The same protection for registrations, in the words that btcli has there. */
export const safeRegisterFlags = {
  tolerance: priceFlags.tolerance,
  'safe-staking': Flags.boolean({
    aliases: ['safe', 'safe-register'],
    allowNo: true,
    summary: 'refuse a price above the tolerance (also --unsafe); on unless kept otherwise',
    helpGroup: TRANSACTION,
  }),
}
