/**
 * What the chain's error names mean to somebody at a terminal, and what to type next. Names that are
 * not here are shown with the words of the chain's metadata.
 *
 * @module
 */

/** Why, and what to do about it. */
export type Advice = readonly [why: string, suggestions: readonly string[]]

const BALANCE = ['tao wallet balance']
const SUBNETS = ['tao subnets list']
const LATER = ['wait some blocks, or tao chain advance N on the local chain']

const NO_SUBNET: Advice = ['there is no such subnet', SUBNETS]
const LOW_BALANCE: Advice = ['the coldkey has too little free TAO', BALANCE]
const LOW_STAKE: Advice = ['there is less stake than asked for', ['tao stake list']]
const NOT_REGISTERED: Advice = [
  'the hotkey has no slot in this subnet',
  ['tao subnets register --netuid N'],
]
const NO_HOTKEY: Advice = [
  'no coldkey owns this hotkey on this chain yet',
  ['tao subnets register --netuid N registers it'],
]
const NOT_OWNER: Advice = [
  'another coldkey owns this hotkey',
  ['sign with the coldkey that owns it: --wallet-name NAME'],
]
const SLIPPAGE: Advice = [
  'the price would move more than the tolerance allows',
  ['--tolerance 0.05', '--partial takes what the limit allows', 'a smaller amount'],
]
const TOO_SOON: Advice = ['it was done too recently', LATER]

export const ADVICE: Readonly<Record<string, Advice>> = {
  BalanceTooLow: LOW_BALANCE,
  NotEnoughBalanceToStake: LOW_BALANCE,
  NotEnoughBalanceToPaySwapHotKey: LOW_BALANCE,
  NotEnoughBalanceToPaySwapColdKey: LOW_BALANCE,
  CannotAffordLockCost: [
    'the coldkey cannot pay the price of a subnet',
    ['tao subnets burn-cost', 'tao wallet balance'],
  ],
  InsufficientBalance: LOW_BALANCE,
  FundsUnavailable: LOW_BALANCE,
  Underflow: ['an amount is larger than what there is', BALANCE],
  Expendability: [
    'it would leave less than an account must hold',
    ['a smaller amount', '--allow-death lets the account go'],
  ],
  NotExpendable: [
    'it would leave less than an account must hold',
    ['a smaller amount', '--allow-death lets the account go'],
  ],
  BelowMinimum: ['the receiving account would hold less than an account must', ['a larger amount']],
  NotEnoughStakeToWithdraw: LOW_STAKE,
  NotEnoughStake: LOW_STAKE,
  AmountTooLow: ['the amount is below what the chain takes', ['a larger amount']],
  StakeAmountTooLow: ['the amount is below what the chain takes', ['a larger amount']],
  NotEnoughStakeToSetWeights: [
    'the hotkey has too little stake to set weights in this subnet',
    ['tao stake add', 'tao subnets hyperparameters'],
  ],
  SubnetNotExists: NO_SUBNET,
  SubnetDoesNotExist: NO_SUBNET,
  MechanismDoesNotExist: ['the subnet has no such mechanism', ['tao subnets mechanisms count']],
  HotkeyAccountDoesntExist: NO_HOTKEY,
  HotKeyAccountNotExists: NO_HOTKEY,
  HotKeyNotRegisteredInSubNet: NOT_REGISTERED,
  HotKeyNotRegisteredInNetwork: NOT_REGISTERED,
  HotKeyAlreadyRegisteredInSubNet: ['the hotkey is registered in this subnet already', []],
  NonAssociatedColdKey: NOT_OWNER,
  SlippageTooHigh: SLIPPAGE,
  InsufficientLiquidity: ['the pool holds too little for this amount', ['a smaller amount']],
  SubtokenDisabled: [
    'the subnet was not started yet',
    ['tao subnets start --netuid N', 'tao subnets check-start --netuid N'],
  ],
  NeedWaitingMoreBlocksToStarCall: ['the subnet is too young to be started', LATER],
  FirstEmissionBlockNumberAlreadySet: ['the subnet was started already', []],
  RateLimitExceeded: TOO_SOON,
  TxRateLimitExceeded: TOO_SOON,
  HotKeySetTxRateLimitExceeded: TOO_SOON,
  DelegateTxRateLimitExceeded: TOO_SOON,
  NetworkTxRateLimitExceeded: TOO_SOON,
  ServingRateLimitExceeded: TOO_SOON,
  StakingRateLimitExceeded: TOO_SOON,
  SettingWeightsTooFast: TOO_SOON,
  CommittingWeightsTooFast: TOO_SOON,
  TooManyRegistrationsThisBlock: ['this block is full of registrations', LATER],
  TooManyRegistrationsThisInterval: ['too many registrations were made lately', LATER],
  SubNetRegistrationDisabled: ['the subnet takes no registrations', SUBNETS],
  NeuronNoValidatorPermit: [
    'the hotkey has no validator permit in this subnet',
    ['more stake earns one at the next epoch', 'tao subnets show --netuid N'],
  ],
  CommitRevealEnabled: [
    'the subnet takes committed weights only',
    ['tao weights set commits by itself'],
  ],
  CommitRevealDisabled: ['the subnet takes plain weights only', ['tao weights set']],
  NoWeightsCommitFound: ['there is no such commit to reveal', ['tao weights commit']],
  InvalidRevealCommitHashNotMatch: [
    'these are not the weights and the salt that were committed',
    ['reveal exactly what was committed'],
  ],
  RevealTooEarly: ['the commit may be revealed in a later epoch', LATER],
  ExpiredWeightCommit: ['the commit is too old to be revealed', ['tao weights commit']],
  RequireSudo: ['only the sudo account may do this', []],
  BadOrigin: ['this account may not do this', ['the owner of the subnet, or sudo, may']],
  NotSubnetOwner: ['only the owner of the subnet may do this', ['tao subnets show --netuid N']],
  TransferDisallowed: ['the subnet does not let stake change owners', []],
  DelegateTakeTooLow: [
    'the take is below the least allowed, or no decrease',
    ['tao sudo get-take'],
  ],
  DelegateTakeTooHigh: ['the take is above the most allowed', ['tao sudo get-take']],
  ColdkeySwapDisputed: ['the swap of this coldkey is disputed', []],
  ColdkeySwapAnnounced: ['a swap of this coldkey is announced; it can do nothing else', []],
  ColdkeyInSwapSchedule: ['a swap of this coldkey is announced; it can do nothing else', []],
  AdminActionProhibitedDuringWeightsWindow: ['settings are frozen shortly before an epoch', LATER],
}
