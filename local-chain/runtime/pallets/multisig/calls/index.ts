/**
 * Calls of Multisig.
 *
 * @module
 */
import { approveAsMulti } from './approve-as-multi.ts'
import { asMulti } from './as-multi.ts'
import { asMultiThreshold1 } from './as-multi-threshold-1.ts'
import { cancelAsMulti } from './cancel-as-multi.ts'
import { pokeDeposit } from './poke-deposit.ts'

export const calls = { asMultiThreshold1, asMulti, approveAsMulti, cancelAsMulti, pokeDeposit }
