/**
 * Several calls as one transaction: all of them happen or none.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, makeCall } from '../../chain/names.ts'

/** The only call itself, or an atomic batch. */
export function allOrNothing(client: Client, calls: readonly Call[]): Call {
  const [only, ...more] = calls
  if (only === undefined) throw new Error('there is nothing to submit')
  return more.length === 0 ? only : makeCall(client, 'Utility.batch_all', { calls })
}
