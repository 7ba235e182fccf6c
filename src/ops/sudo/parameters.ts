/**
 * Hyperparameters: what they are called, which call sets them, who may.
 *
 * Names are btcli's; any other name is looked up as `AdminUtils.sudo_set_<name>`. Shapes of the
 * values come from the chain's metadata, so they are not repeated here.
 *
 * Source: ../shared/spec/hyperparameters.md sections 2 and 3, ../shared/spec/cli.md section 10.
 *
 * @module
 */

/** Who may set a parameter. */
export type Setter = 'owner' | 'root'

/** One parameter. */
export interface Parameter {
  /** `AdminUtils.sudo_set_kappa` */
  readonly call: string
  readonly setter: Setter
  readonly about: string
}

const admin = (name: string, setter: Setter, about: string): Parameter => ({
  call: `AdminUtils.${name}`,
  setter,
  about,
})

/** By btcli's name. The text is shown by `tao sudo get`. */
export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  rho: admin('sudo_set_rho', 'owner', 'kept and reported, read by no epoch of today'),
  kappa: admin('sudo_set_kappa', 'root', 'share of stake that must back a weight: consensus'),
  immunity_period: admin(
    'sudo_set_immunity_period',
    'owner',
    'blocks in which a new neuron is not replaced',
  ),
  min_allowed_weights: admin(
    'sudo_set_min_allowed_weights',
    'owner',
    'fewest weights that a validator may set',
  ),
  tempo: admin('sudo_set_tempo', 'root', 'blocks from epoch to epoch'),
  min_difficulty: admin('sudo_set_min_difficulty', 'root', 'kept and reported, without effect'),
  max_difficulty: admin('sudo_set_max_difficulty', 'owner', 'kept and reported, without effect'),
  difficulty: admin('sudo_set_difficulty', 'root', 'kept and reported, without effect'),
  weights_version: admin(
    'sudo_set_weights_version_key',
    'owner',
    'lowest version key of weights; 0 takes any',
  ),
  weights_rate_limit: admin(
    'sudo_set_weights_set_rate_limit',
    'root',
    'blocks between two settings of weights',
  ),
  adjustment_interval: admin(
    'sudo_set_adjustment_interval',
    'root',
    'kept and reported, without effect',
  ),
  activity_cutoff: admin('sudo_set_activity_cutoff', 'owner', 'older name of the factor below'),
  activity_cutoff_factor: {
    call: 'SubtensorModule.set_activity_cutoff_factor',
    setter: 'owner',
    about: 'thousandths of a tempo after which a validator without new weights is inactive',
  },
  registration_allowed: admin(
    'sudo_set_network_registration_allowed',
    'root',
    'whether neurons may register; off also stops emission',
  ),
  network_pow_registration_allowed: admin(
    'sudo_set_network_pow_registration_allowed',
    'owner',
    'no longer settable: registration by work is gone',
  ),
  target_regs_per_interval: admin(
    'sudo_set_target_registrations_per_interval',
    'root',
    'limits registrations on root only',
  ),
  min_burn: admin('sudo_set_min_burn', 'owner', 'lowest price of a registration, rao'),
  max_burn: admin('sudo_set_max_burn', 'owner', 'highest price of a registration, rao'),
  burn_half_life: admin(
    'sudo_set_burn_half_life',
    'owner',
    'blocks in which the price of a registration halves',
  ),
  burn_increase_mult: admin(
    'sudo_set_burn_increase_mult',
    'owner',
    'factor of that price after each registration',
  ),
  bonds_moving_avg: admin(
    'sudo_set_bonds_moving_average',
    'owner',
    'how slowly bonds follow weights, millionths',
  ),
  bonds_penalty: admin(
    'sudo_set_bonds_penalty',
    'owner',
    'how much weights beyond consensus cost in bonds',
  ),
  max_regs_per_block: admin(
    'sudo_set_max_registrations_per_block',
    'root',
    'limits registrations on root only',
  ),
  serving_rate_limit: admin(
    'sudo_set_serving_rate_limit',
    'owner',
    'blocks between two publications of an endpoint',
  ),
  max_validators: admin('sudo_set_max_allowed_validators', 'root', 'most validator permits'),
  adjustment_alpha: admin(
    'sudo_set_adjustment_alpha',
    'owner',
    'kept and reported, without effect',
  ),
  commit_reveal_period: admin(
    'sudo_set_commit_reveal_weights_interval',
    'owner',
    'epochs from commit to reveal of weights',
  ),
  commit_reveal_weights_enabled: admin(
    'sudo_set_commit_reveal_weights_enabled',
    'owner',
    'whether weights are committed first and revealed later',
  ),
  alpha_values: admin(
    'sudo_set_alpha_values',
    'owner',
    'bounds of liquid alpha: low,high of 65535',
  ),
  liquid_alpha_enabled: admin(
    'sudo_set_liquid_alpha_enabled',
    'owner',
    'whether bonds move faster towards weights ahead of consensus',
  ),
  alpha_sigmoid_steepness: admin(
    'sudo_set_alpha_sigmoid_steepness',
    'root',
    'how sharply liquid alpha switches between its bounds',
  ),
  yuma3_enabled: admin('sudo_set_yuma3_enabled', 'owner', 'bonds as shares per miner (Yuma 3)'),
  bonds_reset_enabled: admin(
    'sudo_set_bonds_reset_enabled',
    'owner',
    'whether a commitment may reset bonds',
  ),
  transfers_enabled: admin(
    'sudo_set_toggle_transfer',
    'owner',
    'whether stake may change its coldkey',
  ),
  min_allowed_uids: admin('sudo_set_min_allowed_uids', 'root', 'fewest neurons after trimming'),
  max_allowed_uids: admin('sudo_set_max_allowed_uids', 'owner', 'most neurons'),
  sn_owner_hotkey: admin(
    'sudo_set_sn_owner_hotkey',
    'owner',
    "hotkey that gets the owner's share of emission",
  ),
  recycle_or_burn: admin(
    'sudo_set_recycle_or_burn',
    'owner',
    "what happens to incentive of the owner's own miners: recycle or burn",
  ),
  owner_cut_enabled: admin(
    'sudo_set_owner_cut_enabled',
    'owner',
    'whether the owner gets a share of emission',
  ),
  subnet_emission_enabled: admin(
    'sudo_set_subnet_emission_enabled',
    'root',
    'whether the pool of the subnet gets new TAO',
  ),
  min_childkey_take: admin(
    'sudo_set_min_childkey_take_per_subnet',
    'owner',
    'least share that child hotkeys keep',
  ),
}

/** Other words for the same parameter. */
const ALIASES: Readonly<Record<string, string>> = {
  weights_version_key: 'weights_version',
  weights_set_rate_limit: 'weights_rate_limit',
  subnet_owner_hotkey: 'sn_owner_hotkey',
  max_allowed_validators: 'max_validators',
  bonds_moving_average: 'bonds_moving_avg',
  network_registration_allowed: 'registration_allowed',
  toggle_transfer: 'transfers_enabled',
}

/** The parameter of this name, in any of its spellings; unknown ones belong to root. */
export function parameterOf(name: string): { readonly name: string } & Parameter {
  const plain = name.replaceAll('-', '_').toLowerCase()
  const known = ALIASES[plain] ?? plain
  const parameter = PARAMETERS[known]
  if (parameter !== undefined) return { name: known, ...parameter }
  return { name: known, ...admin(`sudo_set_${known}`, 'root', '') }
}
