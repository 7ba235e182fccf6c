/**
 * A whole `tao wallet balance`: process, chain, answer.
 *
 * @module
 */
import type { Scenario } from '../figures.ts'
import { inFolder, interleaved, runTao, startTaoNode } from '../measure.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const AIM_MS = 500
/** btcli 9.21.2 for `--version` alone, on 2 cores of an AMD EPYC. */
const BTCLI_MS = 790

export const balance: Scenario = {
  name: 'balance',
  measure: () =>
    inFolder(async (home) => {
      const words = ['wallet', 'balance', '--ss58', ALICE]
      return inFolder(async (nodeHome) => {
        const node = await startTaoNode(nodeHome)
        try {
          const medians = await interleaved(
            {
              embedded: () => runTao(words, home),
              socket: () => runTao([...words, '--network', node.url], home),
            },
            7,
          )
          const baseline = { name: '`btcli --version`', value: BTCLI_MS }
          const figure = (what: string, median: number) =>
            ({ what, median, unit: 'ms', aim: AIM_MS, baseline }) as const
          return [
            figure('`tao wallet balance`, embedded chain', medians.embedded),
            figure('`tao wallet balance`, running node', medians.socket),
          ]
        } finally {
          await node.stop()
        }
      })
    }),
}
