/**
 * Calls of SubtensorModule: subnets come, change and go.
 *
 * @module
 */
import { dissolveNetwork } from './dissolve-network.ts'
import { registerNetworkCall } from './register-network.ts'
import { registerNetworkWithIdentity } from './register-network-with-identity.ts'
import { rootDissolveNetwork } from './root-dissolve-network.ts'
import { setSubnetIdentity } from './set-subnet-identity.ts'
import { startCall } from './start-call.ts'
import { updateSymbol } from './update-symbol.ts'

export const calls = {
  registerNetwork: registerNetworkCall,
  registerNetworkWithIdentity,
  startCall,
  dissolveNetwork,
  rootDissolveNetwork,
  setSubnetIdentity,
  updateSymbol,
}
