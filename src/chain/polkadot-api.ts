/**
 * What we use of @polkadot/api, in a module of its own so that it can be loaded late.
 *
 * @module
 */
import { rpcDefinitions } from '@polkadot/types'
import type { DefinitionRpc } from '@polkadot/types/types'

export { ApiPromise, WsProvider } from '@polkadot/api'

// The library writes each refused request to the console besides throwing it; the console belongs
// to the command, which says it once and in its own words.
for (const methods of Object.values(rpcDefinitions)) {
  for (const definition of Object.values<DefinitionRpc>(methods)) definition.noErrorLog = true
}
