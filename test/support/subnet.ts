/**
 * A home with a started subnet, made by the program's own commands: Alice has funds and the sudo
 * key, owns subnet 2 and holds its uid 0.
 *
 * @module
 */
import { makeHome, runTao } from './cli.ts'

export interface SubnetHome {
  readonly home: string
  /** Environment that makes `alice` the wallet of every command. */
  readonly env: Readonly<Record<string, string>>
}

export const NETUID = 2

/** Makes the home; `steps` are further command lines, each must succeed. */
export async function subnetHome(steps: readonly string[] = []): Promise<SubnetHome> {
  const home = makeHome()
  const env = { TAO_WALLET_NAME: 'alice' }
  const lines = [
    'wallet create --uri //Alice',
    'subnets create --yes',
    `subnets start --netuid ${NETUID} --yes`,
    ...steps,
  ]
  for (const line of lines) {
    const run = await runTao(line.split(' '), { home, env })
    if (run.exitCode !== 0) throw new Error(`tao ${line}: exit ${run.exitCode}\n${run.stderr}`)
  }
  return { home, env }
}
