/**
 * Where a chain stands: head, rules, and who runs it.
 *
 * @module
 */
import { readDataDirHolder } from '../../../local-chain/data-dir.ts'
import type { Client } from '../../chain/connect.ts'

export interface ChainStatus {
  readonly network: string
  readonly chain: string
  readonly block: number
  readonly hash: string
  readonly genesisHash: string
  readonly specVersion: number
  /** `mainnet` and `fast` on the local chain, told by the slot duration. */
  readonly slotDurationMs: number
  readonly timestampMs: string
  readonly subnets: number
  readonly issuanceRao: string
  readonly pendingTransactions: number
}

export async function chainStatus(client: Client): Promise<ChainStatus> {
  const { api } = client
  const header = await api.rpc.chain.getHeader()
  const number = (name: string, item: string) =>
    api.query[name]?.[item]?.().then((value) => value.toString()) ?? Promise.resolve('0')
  const [chain, timestampMs, subnets, issuanceRao, pending] = await Promise.all([
    api.rpc.system.chain(),
    number('timestamp', 'now'),
    number('subtensorModule', 'totalNetworks'),
    number('balances', 'totalIssuance'),
    api.rpc.author.pendingExtrinsics(),
  ])
  return {
    network: client.network,
    chain: chain.toString(),
    block: header.number.toNumber(),
    hash: header.hash.toHex(),
    genesisHash: api.genesisHash.toHex(),
    specVersion: api.runtimeVersion.specVersion.toNumber(),
    slotDurationMs: Number(api.consts['aura']?.['slotDuration']?.toString() ?? 0),
    timestampMs,
    subnets: Number(subnets),
    issuanceRao,
    pendingTransactions: pending.length,
  }
}

/** The node that runs on a data directory. */
export function runningNode(dataDir: string): { pid: number; url: string } | null {
  const holder = readDataDirHolder(dataDir)
  return holder?.endpoint === undefined ? null : { pid: holder.pid, url: holder.endpoint }
}
