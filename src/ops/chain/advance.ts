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

/** Blocks of the first request; later ones aim at `STEP_MS`, so that progress moves visibly. */
const FIRST_STEP = 16
const STEP_MAX = 4096
const STEP_MS = 250

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
  let step = FIRST_STEP
  let head = { number: from, hash: '' }
  try {
    while (made < count) {
      if (client.advance === undefined) throw new Error('no such method')
      const startMs = performance.now()
      head = await client.advance(Math.min(step, count - made))
      made = head.number - from
      step = nextStep(step, performance.now() - startMs)
      onProgress(Math.min(made, count))
    }
  } catch (cause) {
    throw cannotAdvance(client, cause)
  }
  return { from, to: head.number, hash: `0x${head.hash}` }
}

/** At most twice as many as before: one quick block says little about the next hundred. */
function nextStep(step: number, tookMs: number): number {
  const wanted = Math.round((step * STEP_MS) / Math.max(tookMs, 1))
  return Math.max(1, Math.min(wanted, step * 2, STEP_MAX))
}

function cannotAdvance(client: Client, cause: unknown): TaoError {
  return new TaoError('CANNOT_ADVANCE', `the chain ${client.network} makes no blocks on request`, {
    exitCode: ExitCode.node,
    suggestions: ['--network local'],
    data: { network: client.network },
    cause,
  })
}
