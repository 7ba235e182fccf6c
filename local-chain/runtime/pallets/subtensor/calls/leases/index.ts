/**
 * Calls of SubtensorModule: subnets on lease.
 *
 * @module
 */
import { registerLeasedNetworkCall } from './register-leased-network.ts'
import { terminateLeaseCall } from './terminate-lease.ts'

export const calls = {
  registerLeasedNetwork: registerLeasedNetworkCall,
  terminateLease: terminateLeaseCall,
}
