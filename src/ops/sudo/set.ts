/**
 * Setting a hyperparameter, as the subnet's owner or as root.
 *
 * Source: ../shared/spec/hyperparameters.md sections 1 to 3, ../shared/spec/cli.md section 10.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { type Argument, type Call, makeCall } from '../../chain/names.ts'
import { latest, type View } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { nearest } from '../../primitives/nearest.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { notSubnetOwner } from '../subnets/start.ts'
import { requireSubnet } from '../subnets/subnet-info.ts'
import { PARAMETERS, parameterOf } from './parameters.ts'
import { parseValue } from './value.ts'

export interface SetParameterOptions {
  /** Left out for parameters of the whole chain. */
  readonly netuid: number | undefined
  readonly parameter: string
  readonly value: string
  readonly coldkey: AccountId
  /** Values as fractions and TAO. */
  readonly normalise: boolean
  /** Through the chain's sudo key even where the owner could. */
  readonly asRoot: boolean
}

export interface SetParameterPlan {
  readonly call: Call
  /** The parameter's own name. */
  readonly parameter: string
  readonly value: string
  readonly asRoot: boolean
}

/**
 * @throws TaoError PARAMETER_UNKNOWN, INVALID_VALUE, SUBNET_NOT_FOUND, NOT_SUBNET_OWNER,
 *                  NOT_SUDO_KEY, ADMIN_WINDOW_CLOSED
 */
export async function planSetParameter(
  client: Client,
  options: SetParameterOptions,
): Promise<SetParameterPlan> {
  const { netuid, coldkey, value } = options
  const parameter = parameterOf(options.parameter)
  const view = await latest(client)
  if (netuid !== undefined) await requireSubnet(view, netuid)
  const inner = callFor(client, parameter, options)
  const root = await rootNeeded(view, { ...options, setter: parameter.setter, netuid, coldkey })
  if (netuid !== undefined) await requireOpenWindow(view, netuid, parameter.call)
  const call = root ? makeCall(client, 'Sudo.sudo', { call: inner }) : inner
  return { call, parameter: parameter.name, value, asRoot: root }
}

/** The call with its values read as the metadata types them. */
function callFor(
  client: Client,
  { name, call }: { name: string; call: string },
  { netuid, value, normalise }: SetParameterOptions,
): Call {
  const shapes = argumentsOf(client, call)
  if (shapes === undefined) throw unknownParameter(name)
  const values = shapes.filter(({ name: argument }) => argument !== 'netuid')
  const takesNetuid = values.length < shapes.length
  if (takesNetuid && netuid === undefined) throw netuidMissing(name)
  const texts = values.length === 1 ? [value] : value.split(',')
  if (texts.length !== values.length) throw wrongCount(name, values)
  const given = values.map(({ name: argument, type }, i): [string, Argument] => [
    argument,
    parseValue(texts[i] ?? '', { type, parameter: name }, { normalise }),
  ])
  const args: Record<string, Argument> = Object.fromEntries(given)
  return makeCall(client, call, takesNetuid ? { netuid: netuid ?? 0, ...args } : args)
}

/** Names and types of a call's arguments, as the metadata spells them. */
function argumentsOf(
  { api }: Client,
  call: string,
): { readonly name: string; readonly type: string }[] | undefined {
  const [pallet = '', item = ''] = call.split('.')
  const section = pallet.charAt(0).toLowerCase() + pallet.slice(1)
  const method = item.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const found = api.tx[section]?.[method]
  return found?.meta.fields.map(({ name, type, typeName }) => {
    const spelled = typeName.unwrapOr(undefined)?.toString() ?? ''
    // The metadata's types forget the names of newtypes; how they are spelled does not.
    const isNewtype = /^(TaoBalance|AlphaBalance|[UI]\d+F\d+)$/.test(spelled)
    const shape = isNewtype ? spelled : api.registry.lookup.getTypeDef(type).type
    return { name: name.unwrapOr(undefined)?.toString() ?? '', type: shape }
  })
}

async function rootNeeded(
  view: View,
  facts: {
    netuid: number | undefined
    coldkey: AccountId
    setter: 'owner' | 'root'
    asRoot: boolean
  },
): Promise<boolean> {
  const { netuid, setter, asRoot } = facts
  const coldkey = ss58Encode(facts.coldkey)
  const mayOwner = setter === 'owner' && netuid !== undefined && !asRoot
  const owner = mayOwner ? await view.storage<string>('SubtensorModule.SubnetOwner', netuid) : ''
  if (mayOwner && owner === coldkey) return false
  const sudo = await view.storage<string | null>('Sudo.Key')
  if (sudo === coldkey) return true
  if (mayOwner) throw notSubnetOwner({ netuid, owner, coldkey })
  throw new TaoError(
    'NOT_SUDO_KEY',
    `only root sets this, and ${coldkey} is not the sudo key of the chain (${sudo ?? 'it has none'})`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [
        'tao wallet new-coldkey --wallet-name root --uri //Alice is that key on a local chain',
        '--wallet-name root',
      ],
      data: { coldkey, sudo },
    },
  )
}

/** Calls that the window before an epoch does not close. */
const ALWAYS_OPEN = new Set([
  'AdminUtils.sudo_set_weights_set_rate_limit',
  'AdminUtils.sudo_set_kappa',
  'AdminUtils.sudo_set_adjustment_interval',
  'AdminUtils.sudo_set_network_registration_allowed',
  'AdminUtils.sudo_set_subnet_emission_enabled',
  'AdminUtils.sudo_set_sn_owner_hotkey',
  'AdminUtils.sudo_set_rao_recycled',
  'SubtensorModule.set_activity_cutoff_factor',
])

/** Shortly before an epoch parameters are frozen, for owners and for root. */
async function requireOpenWindow(view: View, netuid: number, call: string): Promise<void> {
  if (ALWAYS_OPEN.has(call)) return
  const [tempo, last, pending, window] = await Promise.all([
    view.storage<number>('SubtensorModule.Tempo', netuid),
    view.storage<bigint>('SubtensorModule.LastEpochBlock', netuid),
    view.storage<bigint>('SubtensorModule.PendingEpochAt', netuid),
    view.storage<number>('SubtensorModule.AdminFreezeWindow'),
  ])
  // The call runs in the next block.
  const now = BigInt(view.number + 1)
  const left = last + BigInt(tempo) - now
  const isOpen = tempo === 0 || (pending <= now && (left < 0n ? 0n : left) >= BigInt(window))
  if (isOpen) return
  const epoch = pending > now ? pending : left < 0n ? now : last + BigInt(tempo)
  const blocks = epoch - BigInt(view.number)
  throw new TaoError(
    'ADMIN_WINDOW_CLOSED',
    `parameters of subnet ${netuid} are frozen in the ${window} blocks before an epoch; the next ` +
      `epoch is in block ${epoch}, ${blocks} blocks from now`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [`tao chain advance ${blocks} on the local chain`, 'wait on others'],
      data: { netuid, epoch: epoch.toString(), blocks: blocks.toString() },
    },
  )
}

function unknownParameter(name: string): TaoError {
  const names = Object.keys(PARAMETERS)
  const word = name.split('_')[0] ?? name
  const spelled = nearest(name, names)
  const near = spelled.length > 0 ? spelled : names.filter((one) => one.includes(word))
  return new TaoError('PARAMETER_UNKNOWN', `this chain has no parameter ${name}`, {
    exitCode: ExitCode.usage,
    suggestions:
      near.length > 0 ? near.map((one) => `--param ${one}`) : ['tao sudo get --netuid N'],
    data: { parameter: name },
  })
}

function netuidMissing(name: string): TaoError {
  return new TaoError('MISSING_OPTION', `missing --netuid: ${name} belongs to a subnet`, {
    exitCode: ExitCode.usage,
    suggestions: ['--netuid N'],
  })
}

function wrongCount(name: string, values: readonly { readonly name: string }[]): TaoError {
  const names = values.map(({ name: argument }) => argument).join(',')
  return new TaoError('INVALID_VALUE', `${name} takes ${values.length} values: ${names}`, {
    exitCode: ExitCode.usage,
    suggestions: [`--value ${names}`],
    data: { parameter: name },
  })
}
