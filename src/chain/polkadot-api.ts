/**
 * What we use of @polkadot/api, in a module of its own so that it can be loaded late.
 *
 * @module
 */
export { ApiPromise, WsProvider } from '@polkadot/api'
