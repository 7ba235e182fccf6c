/**
 * The calls of SubtensorModule, put together from their domains.
 *
 * @module
 */
import { calls as registration } from './calls/registration/index.ts'
import { calls as serving } from './calls/serving/index.ts'
import { calls as staking } from './calls/staking/index.ts'
import { calls as subnets } from './calls/subnets/index.ts'
import { calls as weights } from './calls/weights/index.ts'

export const calls = { ...weights, ...staking, ...serving, ...registration, ...subnets }
