/**
 * The calls of SubtensorModule, put together from their domains.
 *
 * @module
 */
import { calls as children } from './calls/children/index.ts'
import { calls as keySwaps } from './calls/key-swaps/index.ts'
import { calls as leases } from './calls/leases/index.ts'
import { calls as locks } from './calls/locks/index.ts'
import { calls as parameters } from './calls/parameters/index.ts'
import { calls as registration } from './calls/registration/index.ts'
import { calls as rootClaims } from './calls/root-claims/index.ts'
import { calls as serving } from './calls/serving/index.ts'
import { calls as staking } from './calls/staking/index.ts'
import { calls as subnets } from './calls/subnets/index.ts'
import { calls as weights } from './calls/weights/index.ts'

export const calls = {
  ...weights,
  ...staking,
  ...children,
  ...rootClaims,
  ...locks,
  ...serving,
  ...registration,
  ...subnets,
  ...keySwaps,
  ...leases,
  ...parameters,
}
