/**
 * Creating a subnet: its price now, its identity, and the number that the chain gave it.
 *
 * Source: ../shared/spec/subnets.md section 2, ../shared/spec/cli-stake-subnets.md section 9.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Call, makeCall } from '../../chain/names.ts'
import { latest, type View } from '../../chain/read.ts'
import { eventOf, type Receipt } from '../../chain/receipt.ts'
import { estimateFee } from '../../chain/submit.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { requireFunds } from '../funds.ts'
import { IDENTITY_FIELDS } from './subnet-info.ts'

/** Longest text the chain takes for a field. Source: subnets.md section 12. */
const FIELD_BYTES_MAX: Readonly<Record<IdentityField, number>> = {
  subnetName: 256,
  githubRepo: 1024,
  subnetContact: 1024,
  subnetUrl: 1024,
  discord: 256,
  description: 1024,
  logoUrl: 1024,
  additional: 1024,
}

export type IdentityField = (typeof IDENTITY_FIELDS)[number]

/** Texts of an identity; what is left out is empty on the chain. */
export type IdentityTexts = Readonly<Partial<Record<IdentityField, string | undefined>>>

export interface CreatePlan {
  readonly call: Call
  readonly costRao: bigint
  readonly feeRao: bigint
}

/** What a new subnet costs at this moment, in rao. */
export async function subnetPrice(view: View): Promise<bigint> {
  return view.api<bigint>('SubnetRegistrationRuntimeApi.get_network_registration_cost')
}

/** @throws TaoError NOT_ENOUGH_BALANCE, IDENTITY_TOO_LONG, SUBNET_TOO_EARLY */
export async function planCreate(
  client: Client,
  keys: { coldkey: AccountId; hotkey: AccountId },
  identity: IdentityTexts,
): Promise<CreatePlan> {
  const view = await latest(client)
  const { coldkey, hotkey } = keys
  const call = Object.values(identity).some((text) => text !== undefined && text !== '')
    ? makeCall(client, 'SubtensorModule.register_network_with_identity', {
        hotkey,
        identity: checked(identity),
      })
    : makeCall(client, 'SubtensorModule.register_network', { hotkey })
  await requireInterval(view)
  const [costRao, feeRao] = await Promise.all([
    subnetPrice(view),
    estimateFee(client, call, coldkey),
  ])
  await requireFunds(view, { coldkey, amountRao: costRao, feeRao, purpose: 'a new subnet' })
  return { call, costRao, feeRao }
}

/** The number of the new subnet, from the chain's own event. */
export function createdNetuid(receipt: Receipt): number {
  const netuid = eventOf(receipt, 'SubtensorModule.NetworkAdded')?.data['0']
  if (typeof netuid !== 'number') throw new Error('the chain did not say which subnet it made')
  return netuid
}

/** The chain takes one new subnet per interval, from anybody. */
async function requireInterval(view: View): Promise<void> {
  const [last, limit] = await Promise.all([
    view.storage<bigint>('SubtensorModule.LastRateLimitedBlock', 'NetworkLastRegistered'),
    view.storage<bigint>('SubtensorModule.NetworkRateLimit'),
  ])
  // The call runs in the next block.
  const left = last + limit - BigInt(view.number + 1)
  if (last === 0n || left <= 0n) return
  throw new TaoError(
    'SUBNET_TOO_EARLY',
    `the last subnet was created in block ${last} and the chain wants ${limit} blocks between two, ` +
      `${left} more`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [
        `tao chain advance ${left} on the local chain`,
        'tao sudo set --param network_rate_limit --value 0 as root',
        'wait on others',
      ],
      data: { last: last.toString(), limit: limit.toString(), left: left.toString() },
    },
  )
}

function checked(identity: IdentityTexts): Record<IdentityField, string> {
  const fields = IDENTITY_FIELDS.map((field): [IdentityField, string] => {
    const text = identity[field] ?? ''
    const size = Buffer.byteLength(text)
    const max = FIELD_BYTES_MAX[field]
    if (size > max) {
      throw new TaoError('IDENTITY_TOO_LONG', `${field} has ${size} bytes, ${max} are allowed`, {
        exitCode: ExitCode.usage,
        suggestions: ['shorten it'],
        data: { field, size, max },
      })
    }
    return [field, text]
  })
  return Object.fromEntries(fields) as Record<IdentityField, string>
}
