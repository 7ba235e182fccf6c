/**
 * The local chain as a library: in memory for tests, in a data directory, or as a node on a port.
 *
 * @module
 */
export type { ProfileName } from './frame/profile.ts'
export type { BlockMode } from './node/clock.ts'
export { ChainDbError, DataDirBusyError, DataVersionError } from './node/db/errors.ts'
export type { BlockRef } from './node/db/types.ts'
export {
  type ChainConnection,
  type ChainOptions,
  createChain,
  deleteChain,
  type EmbeddedChain,
  type OpenOptions,
  openChain,
} from './node/embedded.ts'
export { ListenError } from './node/rpc/server.ts'
export type { GenesisSpec } from './runtime/genesis/spec.ts'
