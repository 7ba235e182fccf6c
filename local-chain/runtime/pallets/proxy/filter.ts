/**
 * Which calls a proxy of each type may make.
 *
 * Source: ../shared/spec/subnets.md 16 (subtensor `runtime/src/lib.rs`).
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import type { ProxyType } from './types.ts'

type Rule = (call: RuntimeCallValue) => boolean

/** Amounts from here on are not small: rao or alpha. */
const SMALL_TRANSFER_LIMIT = 500_000_000n

const NEVER: Rule = () => false

const COLDKEY_SWAP = [
  'announce_coldkey_swap',
  'swap_coldkey_announced',
  'clear_coldkey_swap_announcement',
  'dispute_coldkey_swap',
]

const LEASE_SETTERS = [
  'serving_rate_limit',
  'min_difficulty',
  'max_difficulty',
  'weights_version_key',
  'adjustment_alpha',
  'immunity_period',
  'min_allowed_weights',
  'kappa',
  'rho',
  'activity_cutoff',
  'network_registration_allowed',
  'network_pow_registration_allowed',
  'max_burn',
  'bonds_moving_average',
  'bonds_penalty',
  'commit_reveal_weights_enabled',
  'liquid_alpha_enabled',
  'alpha_values',
  'commit_reveal_weights_interval',
  'toggle_transfer',
  'subnet_emission_enabled',
  'min_childkey_take_per_subnet',
].map((parameter) => `sudo_set_${parameter}`)

const RULES: Readonly<Record<ProxyType, Rule>> = {
  Any: () => true,
  Owner: either(
    (call) =>
      call.pallet === 'AdminUtils' &&
      call.name !== 'sudo_set_sn_owner_hotkey' &&
      call.name !== 'sudo_set_subnet_owner_hotkey',
    subtensor('set_subnet_identity', 'update_symbol'),
  ),
  NonCritical: neither(
    pallet('Sudo'),
    subtensor('dissolve_network', 'root_register', 'burned_register', ...COLDKEY_SWAP),
  ),
  NonTransfer: neither(
    pallet('Balances'),
    subtensor('transfer_stake', 'schedule_swap_coldkey', 'swap_coldkey', ...COLDKEY_SWAP),
  ),
  Senate: NEVER,
  NonFungible: neither(
    pallet('Balances'),
    subtensor(
      'add_stake',
      'add_stake_limit',
      'remove_stake',
      'remove_stake_limit',
      'remove_stake_full_limit',
      'unstake_all',
      'unstake_all_alpha',
      'swap_stake',
      'swap_stake_limit',
      'move_stake',
      'transfer_stake',
      'burned_register',
      'root_register',
      'schedule_swap_coldkey',
      'swap_coldkey',
      ...COLDKEY_SWAP,
      'swap_hotkey',
      'swap_hotkey_v2',
    ),
  ),
  Triumvirate: NEVER,
  Governance: NEVER,
  Staking: subtensor(
    'add_stake',
    'remove_stake',
    'unstake_all',
    'unstake_all_alpha',
    'swap_stake',
    'swap_stake_limit',
    'move_stake',
    'add_stake_limit',
    'remove_stake_limit',
    'remove_stake_full_limit',
    'set_root_claim_type',
  ),
  Registration: subtensor('burned_register', 'register', 'register_limit'),
  Transfer: either(
    calls('Balances', 'transfer_keep_alive', 'transfer_allow_death', 'transfer_all'),
    subtensor('transfer_stake'),
  ),
  SmallTransfer: either(
    small(calls('Balances', 'transfer_keep_alive', 'transfer_allow_death'), 'value'),
    small(subtensor('transfer_stake'), 'alphaAmount'),
  ),
  RootWeights: NEVER,
  ChildKeys: subtensor('set_children', 'set_childkey_take'),
  SudoUncheckedSetCode: (call) => {
    if (call.pallet !== 'Sudo' || call.name !== 'sudo_unchecked_weight') return false
    const inner = call.args['call'] as RuntimeCallValue
    return inner.pallet === 'System' && inner.name === 'set_code'
  },
  SwapHotkey: subtensor('swap_hotkey', 'swap_hotkey_v2'),
  SubnetLeaseBeneficiary: either(subtensor('start_call'), calls('AdminUtils', ...LEASE_SETTERS)),
  RootClaim: subtensor('claim_root'),
}

/** Whether a proxy of the type may make the call. It never gives away more than it has itself. */
export function mayCall(type: ProxyType, call: RuntimeCallValue): boolean {
  if (call.pallet === 'Proxy') {
    if (call.name === 'add_proxy' || call.name === 'remove_proxy') {
      if (!includes(type, call.args['proxyType'] as ProxyType)) return false
    }
    if (call.name === 'remove_proxies' || call.name === 'kill_pure') {
      if (type !== 'Any') return false
    }
  }
  return RULES[type](call)
}

/** Whether whoever is a proxy of type `wide` may hand out proxies of type `narrow`. */
export function includes(wide: ProxyType, narrow: ProxyType): boolean {
  if (wide === narrow || wide === 'Any') return true
  if (wide === 'NonTransfer') {
    return narrow !== 'Any' && narrow !== 'Transfer' && narrow !== 'SmallTransfer'
  }
  return wide === 'Transfer' && narrow === 'SmallTransfer'
}

function pallet(name: string): Rule {
  return (call) => call.pallet === name
}

function calls(pallet: string, ...names: readonly string[]): Rule {
  const set = new Set(names)
  return (call) => call.pallet === pallet && set.has(call.name)
}

function subtensor(...names: readonly string[]): Rule {
  return calls('SubtensorModule', ...names)
}

function either(...rules: readonly Rule[]): Rule {
  return (call) => rules.some((rule) => rule(call))
}

function neither(...rules: readonly Rule[]): Rule {
  return (call) => !rules.some((rule) => rule(call))
}

function small(rule: Rule, amount: string): Rule {
  return (call) => rule(call) && (call.args[amount] as bigint) < SMALL_TRANSFER_LIMIT
}
