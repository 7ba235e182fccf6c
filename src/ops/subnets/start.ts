/**
 * Starting a subnet: its token can be traded and its emission begins.
 *
 * Source: ../shared/spec/subnets.md section 4.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, makeCall } from '../../chain/names.ts'
import { latest } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { requireSubnet } from './subnet-info.ts'

/** A start that is possible, or the block since which it is done. */
export type StartPlan =
  | { readonly call: Call; readonly startedAt?: undefined }
  | { readonly startedAt: bigint }

/** @throws TaoError SUBNET_NOT_FOUND, NOT_SUBNET_OWNER, TOO_EARLY */
export async function planStart(
  client: Client,
  { netuid, coldkey }: { netuid: number; coldkey: AccountId },
): Promise<StartPlan> {
  const view = await latest(client)
  await requireSubnet(view, netuid)
  const [startedAt, owner, registeredAt, delay] = await Promise.all([
    view.storage<bigint | null>('SubtensorModule.FirstEmissionBlockNumber', netuid),
    view.storage<string>('SubtensorModule.SubnetOwner', netuid),
    view.storage<bigint>('SubtensorModule.NetworkRegisteredAt', netuid),
    view.storage<bigint>('SubtensorModule.StartCallDelay'),
  ])
  if (startedAt !== null) return { startedAt }
  const signer = ss58Encode(coldkey)
  if (owner !== signer) throw notSubnetOwner({ netuid, owner, coldkey: signer })
  const earliest = registeredAt + delay
  if (BigInt(view.number) < earliest) throw tooEarly(netuid, earliest, BigInt(view.number))
  return { call: makeCall(client, 'SubtensorModule.start_call', { netuid }) }
}

/** Only the owner of the subnet may do this. */
export function notSubnetOwner(facts: {
  netuid: number
  /** Addresses. */
  owner: string
  coldkey: string
}): TaoError {
  const { netuid, owner, coldkey } = facts
  return new TaoError(
    'NOT_SUBNET_OWNER',
    `subnet ${netuid} belongs to ${owner}, and ${coldkey} would sign`,
    {
      exitCode: ExitCode.rejected,
      suggestions: ['--wallet-name names the wallet of its owner'],
      data: { netuid, owner, coldkey },
    },
  )
}

function tooEarly(netuid: number, earliest: bigint, now: bigint): TaoError {
  const blocks = earliest - now
  return new TaoError(
    'TOO_EARLY',
    `subnet ${netuid} can be started from block ${earliest} on, ${blocks} blocks from now`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [`tao chain advance ${blocks} on the local chain`, 'wait on others'],
      data: { netuid, earliest: earliest.toString(), now: now.toString() },
    },
  )
}
