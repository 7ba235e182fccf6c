/**
 * Calls of Commitments.
 *
 * @module
 */
import { setCommitment } from './set-commitment.ts'
import { setMaxSpace } from './set-max-space.ts'

export const calls = { setCommitment, setMaxSpace }
