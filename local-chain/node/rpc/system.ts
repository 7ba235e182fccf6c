/**
 * `system_*`: what kind of chain and node this is, and an account's next nonce.
 *
 * @module
 */
import { type MethodTable, method, withAliases } from './method-table.ts'
import { account } from './params.ts'

/** Reported as the node's version. Clients show it and nothing more. */
const NODE_VERSION = '4.0.0-dev'

const table: MethodTable = {
  system_chain: method([], ({ node }) => node.chainName),
  system_name: method([], () => 'Subtensor Node'),
  system_version: method([], () => NODE_VERSION),
  // btcli prints links to a public explorer only for "Live" chains.
  system_chainType: method([], () => 'Local'),
  system_properties: method([], () => ({ ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' })),
  system_health: method([], () => ({ peers: 0, isSyncing: false, shouldHavePeers: false })),
  system_peers: method([], () => []),
  // No peer can dial an identity that has no network behind it, so there is none to report.
  system_localPeerId: method([], () => ''),
  system_localListenAddresses: method([], () => []),
  system_nodeRoles: method([], () => ['Authority']),
  system_syncState: method([], ({ node }) => ({
    startingBlock: 0,
    currentBlock: node.best.number,
    highestBlock: node.best.number,
  })),
  system_accountNextIndex: method([account], ({ node }, who) => node.nextNonce(who)),
}

export const systemMethods = withAliases(table, { account_nextIndex: 'system_accountNextIndex' })
