/**
 * Refusals that several operations share, found out before anything is signed.
 *
 * @module
 */
import type { AccountId } from '../primitives/account-id.ts'
import { formatTao } from '../primitives/amount.ts'
import { ss58Encode } from '../primitives/ss58.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'

/** The subnet is not there. */
export function subnetNotFound(netuid: number): TaoError {
  return new TaoError('SUBNET_NOT_FOUND', `there is no subnet ${netuid} on this chain`, {
    exitCode: ExitCode.rejected,
    suggestions: ['tao subnets list', 'tao subnets create'],
    data: { netuid },
  })
}

/** The hotkey holds no uid on the subnet. */
export function hotkeyNotRegistered(hotkey: AccountId, netuid: number): TaoError {
  const address = ss58Encode(hotkey)
  return new TaoError('HOTKEY_NOT_REGISTERED', `hotkey ${address} has no uid on subnet ${netuid}`, {
    exitCode: ExitCode.rejected,
    suggestions: [`tao subnets register --netuid ${netuid}`, `tao subnets show --netuid ${netuid}`],
    data: { hotkey: address, netuid },
  })
}

/** Nobody ever registered or staked with this hotkey, so the chain does not know its owner. */
export function hotkeyUnknown(hotkey: AccountId, netuid: number): TaoError {
  const address = ss58Encode(hotkey)
  return new TaoError(
    'HOTKEY_NOT_ON_CHAIN',
    `the chain does not know hotkey ${address}: nobody registered it on any subnet`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [`tao subnets register --netuid ${netuid}`, 'tao wallet associate-hotkey'],
      data: { hotkey: address },
    },
  )
}

/** The subnet was created and not started, so its token cannot be traded yet. */
export function subnetNotStarted(netuid: number): TaoError {
  return new TaoError(
    'SUBTOKEN_DISABLED',
    `subnet ${netuid} is not started, so its token cannot be bought or sold yet`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [`tao subnets start --netuid ${netuid}`],
      data: { netuid },
    },
  )
}

/** What a payment needs and what there is, in rao. */
export interface Shortage {
  readonly coldkey: AccountId
  /** What the operation itself takes. */
  readonly amountRao: bigint
  readonly feeRao: bigint
  readonly availableRao: bigint
  /** What the amount is for: `stake`, `the registration of a subnet`. */
  readonly purpose: string
}

/** Too little free TAO; says how much is missing, the fee included. */
export function notEnoughBalance(shortage: Shortage): TaoError {
  const { coldkey, amountRao, feeRao, availableRao, purpose } = shortage
  const missing = amountRao + feeRao - availableRao
  const address = ss58Encode(coldkey)
  return new TaoError(
    'NOT_ENOUGH_BALANCE',
    `${purpose} takes ${formatTao(amountRao)} TAO and ${formatTao(feeRao)} TAO of fee, but ` +
      `${address} can spend ${formatTao(availableRao)} TAO: ${formatTao(missing)} TAO are missing`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [
        `tao wallet transfer --dest ${address} --amount ${formatTao(missing)}`,
        'use a smaller amount',
      ],
      data: {
        coldkey: address,
        amountRao: amountRao.toString(),
        feeRao: feeRao.toString(),
        availableRao: availableRao.toString(),
        missingRao: missing.toString(),
      },
    },
  )
}
