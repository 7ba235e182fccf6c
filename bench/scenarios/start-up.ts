/**
 * How long the program needs to say something that needs no chain.
 *
 * @module
 */
import type { Scenario } from '../figures.ts'
import { inFolder, interleaved, runNode, runTao } from '../measure.ts'

/** What the program may add to bare Node. */
const ADDED_MS = 90

export const startUp: Scenario = {
  name: 'start-up',
  measure: () =>
    inFolder(async (home) => {
      const medians = await interleaved(
        {
          node: () => runNode(['-e', '0'], home),
          version: () => runTao(['--version'], home),
          help: () => runTao(['--help'], home),
          stakeHelp: () => runTao(['stake', 'add', '--help'], home),
        },
        11,
      )
      const baseline = { name: 'bare Node', value: medians.node }
      const figure = (what: string, median: number) =>
        ({ what, median, unit: 'ms', aim: medians.node + ADDED_MS, baseline }) as const
      return [
        figure('`tao --version`', medians.version),
        figure('`tao --help`', medians.help),
        figure('`tao stake add --help`', medians.stakeHelp),
      ]
    }),
}
