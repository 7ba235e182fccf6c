/**
 * A node as users start it: the built program, loopback, a free port, a block every 250 ms.
 *
 * @module
 */
import { type RunningCli, startTao } from '../../support/cli.ts'

export interface InteropNode {
  readonly url: string
  /** Ends the process and waits for its end. */
  stop(): Promise<void>
}

/** @param home  home folder of the node; its own chain lies in it */
export async function startNode(home?: string): Promise<InteropNode> {
  const words = ['chain', 'start', '--port', '0', '--mode', 'interval']
  const child: RunningCli = await startTao(
    [...words, '--block-time', '250ms', '--fast'],
    home === undefined ? {} : { home },
  )
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await child.finished
  }
  const address = /ws:\/\/127\.0\.0\.1:\d+/
  try {
    await child.seen(address)
  } catch (cause) {
    await stop()
    throw new Error('the node did not print its address', { cause })
  }
  return { url: address.exec(child.stdout() + child.stderr())?.[0] ?? '', stop }
}
