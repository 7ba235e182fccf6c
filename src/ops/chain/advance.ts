/**
 * Makes blocks on a chain that lets itself be asked.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'

export interface Advanced {
  readonly from: number
  readonly to: number
  readonly hash: string
}

/** Blocks asked for in one request, so that progress can be shown and Ctrl-C heard. */
const STEP = 512

/**
 * Waiting transactions go into the first block.
 *
 * @throws TaoError CANNOT_ADVANCE  the network makes its own blocks
 */
export async function advanceChain(
  client: Client,
  count: number,
  onProgress: (made: number) => void = () => {},
): Promise<Advanced> {
  const from = (await client.api.rpc.chain.getHeader()).number.toNumber()
  let made = 0
  let head = { number: from, hash: '' }
  try {
    while (made < count) {
      if (client.advance === undefined) throw new Error('no such method')
      head = await client.advance(Math.min(STEP, count - made))
      made = head.number - from
      onProgress(Math.min(made, count))
    }
  } catch (cause) {
    throw cannotAdvance(client, cause)
  }
  return { from, to: head.number, hash: `0x${head.hash}` }
}

function cannotAdvance(client: Client, cause: unknown): TaoError {
  return new TaoError('CANNOT_ADVANCE', `the chain ${client.network} makes no blocks on request`, {
    exitCode: ExitCode.node,
    suggestions: ['--network local'],
    data: { network: client.network },
    cause,
  })
}
