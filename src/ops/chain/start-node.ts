/**
 * Runs the local chain as a node on a port.
 *
 * @module
 */

import type { ProfileName } from '../../chain/local-chain.ts'
import {
  type BlockMode,
  type EmbeddedChain,
  listen,
  openLocalChain,
} from '../../chain/local-chain.ts'

export interface NodeOptions {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly mode: BlockMode
  /** Counts when the chain is made. */
  readonly profile: ProfileName | undefined
  readonly onBug: (error: unknown) => void
}

export interface RunningNode {
  readonly chain: EmbeddedChain
  readonly url: string
}

/**
 * Opens the chain and then the port; a port in use leaves nothing behind.
 *
 * @throws TaoError DATA_DIR_BUSY, DATA_VERSION, PORT_IN_USE, CANNOT_LISTEN
 */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const { dataDir, mode, profile, onBug } = options
  const chain = await openLocalChain({
    dataDir,
    mode,
    onBug,
    ...(profile === undefined ? {} : { profile }),
  })
  try {
    const { url } = await listen(chain, { host: options.host, port: options.port })
    return { chain, url }
  } catch (error) {
    await chain.close()
    throw error
  }
}
