/**
 * The last step of commands that write to a chain: sign, submit, say what was paid and where it is.
 *
 * @module
 */
import type { Client } from '../chain/connect.ts'
import type { Call } from '../chain/names.ts'
import type { Receipt } from '../chain/receipt.ts'
import type { Signer } from '../wallet/index.ts'
import type { TaoCommand } from './tao-command.ts'

/** Options of `eraFlags` and `waitFlags`, where the command has them. */
export interface SubmitOptions {
  readonly period?: number | undefined
  readonly 'wait-for-finalization'?: boolean | undefined
}

export interface Submitted extends Receipt {
  /** `block-index`, as btcli writes it. */
  readonly identifier: string
}

/** @throws TaoError  the node or the chain refused (exit 5), or the node went away (exit 4) */
export async function submitCall(
  command: TaoCommand<unknown>,
  client: Client,
  transaction: { call: Call; signer: Signer; options: SubmitOptions },
): Promise<Submitted> {
  const [{ submit }, { extrinsicIdentifier }, { ERA_BLOCKS_DEFAULT }] = await Promise.all([
    import('../chain/submit.ts'),
    import('../chain/receipt.ts'),
    import('../chain/era.ts'),
  ])
  const { call, signer, options } = transaction
  const waiting = command.wait('waiting for a block')
  const receipt = await submit(client, {
    call,
    signer,
    eraBlocks: options.period ?? ERA_BLOCKS_DEFAULT,
    waitFor: options['wait-for-finalization'] === true ? 'finalized' : 'inBlock',
  })
  waiting.done()
  const identifier = extrinsicIdentifier(receipt)
  command.detail(`included as ${identifier}, fee ${receipt.feeRao} rao`)
  return { ...receipt, identifier }
}
