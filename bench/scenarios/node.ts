/**
 * From the start of the process to the first answered request.
 *
 * @module
 */
import type { Scenario } from '../figures.ts'
import { inFolder, interleaved, startTaoNode } from '../measure.ts'
import { openSocket } from '../socket.ts'

const AIM_MS = 600

export const node: Scenario = {
  name: 'node',
  measure: () =>
    inFolder(async (home) => {
      const answer = async (words: readonly string[]): Promise<void> => {
        const started = await startTaoNode(home, words)
        const socket = await openSocket(started.url)
        await socket.request('chain_getHeader', [])
        // Not waited for: the end of one process may overlap with the start of the next.
        stops.push(started.stop())
        socket.close()
      }
      const stops: Promise<void>[] = []
      const medians = await interleaved(
        {
          async fresh() {
            await answer(['--tmp'])
          },
          async again() {
            await answer([])
          },
        },
        5,
      )
      await Promise.all(stops)
      return [
        {
          what: 'node up to first answer, new chain',
          median: medians.fresh,
          unit: 'ms',
          aim: AIM_MS,
        },
        {
          what: 'node up to first answer, chain of before',
          median: medians.again,
          unit: 'ms',
          aim: AIM_MS,
        },
      ]
    }),
}
