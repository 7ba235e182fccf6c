/**
 * Errors of SubtensorModule, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 7, name: 'SubtensorModule' },
  {
    RootNetworkDoesNotExist: 'The root network is missing. Start from a genesis that has netuid 0.',
    InvalidIpType: 'The IP type is neither 4 nor 6. Pass the one of the address.',
    InvalidIpAddress:
      'The IP address is zero, reserved or of the other type. Serve a public address.',
    InvalidPort: 'The port is 0. Serve a real port.',
    HotKeyNotRegisteredInSubNet: 'The hotkey has no uid on this subnet. Register it there first.',
    HotKeyAccountNotExists:
      'Nobody owns this hotkey yet. Register it, or stake to one that exists.',
    HotKeyNotRegisteredInNetwork:
      'The hotkey has no uid where one is needed. Register it on a subnet first.',
    NonAssociatedColdKey: 'Another coldkey owns the hotkey. Sign with the owning one.',
    NotEnoughStake: 'The stake is smaller than what the call moves. Lower the amount.',
    NotEnoughStakeToWithdraw: 'More alpha was asked for than is staked there. Lower the amount.',
    NotEnoughStakeToSetWeights:
      'The hotkey has less stake weight than the stake threshold. Stake more before setting weights.',
    NotEnoughStakeToSetChildkeys:
      'The parent has less stake than the threshold for child keys. Stake more to it first.',
    NotEnoughBalanceToStake:
      'The coldkey has less free TAO than the amount or price. Fund it or lower the amount.',
    BalanceWithdrawalError:
      'The TAO could not be taken from the coldkey. Leave the existential deposit and the fee on it.',
    ZeroBalanceAfterWithdrawn:
      'The withdrawal would leave nothing. Leave at least the existential deposit.',
    NeuronNoValidatorPermit:
      'Only a uid with a validator permit may weight others. Gain stake and wait for the next epoch.',
    WeightVecNotEqualSize: 'There are not as many weights as uids. Pass one weight for each uid.',
    DuplicateUids: 'A uid is named twice. Name each uid once.',
    UidVecContainInvalidOne: 'A uid does not exist on the subnet. Check the metagraph.',
    WeightVecLengthIsLow: 'Fewer weights than the subnet demands. Weight at least that many uids.',
    TooManyRegistrationsThisBlock:
      'The block has all the registrations that it may hold. Try in the next one.',
    HotKeyAlreadyRegisteredInSubNet:
      'The hotkey has a uid on this subnet already. Nothing is left to do.',
    NewHotKeyIsSameWithOld: 'The new hotkey is the old one. Pass another.',
    NewHotKeyNotCleanForRootSwap:
      'The new hotkey has root stake or claims of its own. Use one without.',
    InvalidWorkBlock:
      'The work is for a block that is too old or not made yet. Solve for a recent one.',
    InvalidDifficulty: 'The work is easier than the difficulty asks. Go on solving.',
    InvalidSeal: 'The work does not match its seal. Solve with the same block, nonce and key.',
    MaxWeightExceeded: 'One weight is a larger share than the subnet allows. Spread the weights.',
    HotKeyAlreadyDelegate: 'The hotkey is a delegate already.',
    SettingWeightsTooFast:
      'The last weights of this uid are too recent. Wait for the weights rate limit.',
    IncorrectWeightVersionKey:
      'The weights carry an older version key than the subnet asks. Update the validator.',
    ServingRateLimitExceeded:
      'The endpoint was served a moment ago. Wait for the serving rate limit.',
    UidsLengthExceedUidsInSubNet: 'More uids than the subnet has. Check the metagraph.',
    NetworkTxRateLimitExceeded:
      'A subnet was registered too recently. Wait for the network rate limit.',
    DelegateTxRateLimitExceeded: 'The take was changed too recently. Wait for its rate limit.',
    HotKeySetTxRateLimitExceeded: 'The hotkey was swapped too recently. Wait for the rate limit.',
    StakingRateLimitExceeded: 'Too many stake operations in a row. Wait a block.',
    SubNetRegistrationDisabled:
      'The subnet takes no registrations now. Wait until its owner opens it.',
    TooManyRegistrationsThisInterval:
      'The interval has all the registrations that it may hold. Try in the next one.',
    TransactorAccountShouldBeHotKey: 'The signer must be the hotkey itself.',
    FaucetDisabled: 'This chain has no faucet.',
    NotSubnetOwner: "The signer does not own the subnet. Sign with the owner's coldkey.",
    RegistrationNotPermittedOnRootSubnet:
      'This call does not work on netuid 0. Use root_register, or another subnet.',
    StakeTooLowForRoot:
      'The root network is full and every member has more stake. Stake more on root.',
    AllNetworksInImmunity:
      'Every subnet is immune, so none can make room. Wait for an immunity to end.',
    NotEnoughBalanceToPaySwapHotKey: 'The coldkey cannot pay for the hotkey swap. Fund it.',
    NotRootSubnet: 'The call works on netuid 0 only.',
    CanNotSetRootNetworkWeights: 'The root network takes no weights. Name another subnet.',
    NoNeuronIdAvailable:
      'No uid is free and none may be replaced yet. Wait for an immunity period to end.',
    DelegateTakeTooLow:
      'The take is under the minimum, or not lower than it is. Choose another take.',
    DelegateTakeTooHigh:
      'The take is over the maximum, or not higher than it is. Choose another take.',
    NoWeightsCommitFound: 'There is no commit to reveal. Commit weights first.',
    InvalidRevealCommitHashNotMatch:
      'What was revealed is not what was committed. Reveal the same uids, weights and salt.',
    CommitRevealEnabled: 'The subnet takes weights through commit and reveal only. Commit them.',
    CommitRevealDisabled: 'The subnet does not use commit and reveal. Set the weights directly.',
    LiquidAlphaDisabled: 'Liquid alpha is off on this subnet. Switch it on first.',
    AlphaHighTooLow: 'The upper alpha bound is under its minimum. Raise it.',
    AlphaLowOutOfRange: 'The lower alpha bound is outside its range. Keep it under the upper one.',
    ColdKeyAlreadyAssociated: 'The new coldkey is in use already. Choose a fresh one.',
    NotEnoughBalanceToPaySwapColdKey: 'The coldkey cannot pay for its swap. Fund it.',
    InvalidChild: 'A hotkey cannot be its own child. Name another one.',
    DuplicateChild: 'A child is named twice. Name each child once.',
    ProportionOverflow: 'The proportions add up to more than the whole. Lower them.',
    TooManyChildren: 'At most five children are possible. Name fewer.',
    TxRateLimitExceeded: 'The same was done too recently. Wait for the rate limit.',
    ColdkeySwapAnnouncementNotFound: 'No coldkey swap was announced. Announce it first.',
    ColdkeySwapTooEarly: 'The announced swap is not due yet. Wait for the delay to pass.',
    ColdkeySwapReannouncedTooEarly: 'The last announcement is too recent to be replaced. Wait.',
    AnnouncedColdkeyHashDoesNotMatch:
      'The new coldkey is not the announced one. Use the key whose hash was announced.',
    ColdkeySwapAlreadyDisputed: 'The swap is disputed already. Root settles it.',
    NewColdKeyIsHotkey: 'The new coldkey is a hotkey. Choose a key that is none.',
    InvalidChildkeyTake:
      'The child key take is outside its bounds. Choose one between minimum and maximum.',
    TxChildkeyTakeRateLimitExceeded:
      'The child key take was changed too recently. Wait for its rate limit.',
    InvalidIdentity:
      'An identity field is too long, or the signature does not fit. Shorten the fields.',
    MechanismDoesNotExist: 'The subnet has no such mechanism. Use a lower mechanism id.',
    StakeUnavailable: 'Part of the stake is locked. Ask for what is available.',
    SubnetNotExists: 'There is no such subnet. List the subnets.',
    TooManyUnrevealedCommits:
      'Too many commits wait for their reveal. Reveal or let them expire first.',
    ExpiredWeightCommit: 'The commit is too old to be revealed. Commit again.',
    RevealTooEarly: 'The commit may not be revealed yet. Wait for its epoch.',
    InputLengthsUnequal: 'The lists differ in length. Pass lists of equal length.',
    CommittingWeightsTooFast:
      'The last commit of this uid is too recent. Wait for the weights rate limit.',
    AmountTooLow: 'The amount is under the minimum. Raise it.',
    InsufficientLiquidity: 'The pool cannot serve this amount. Lower it.',
    SlippageTooHigh:
      'The price would move beyond the limit. Lower the amount or raise the tolerance.',
    TransferDisallowed: 'The subnet does not let stake change its coldkey. Use a subnet that does.',
    ActivityCutoffTooLow: 'The activity cutoff is under its minimum. Raise it.',
    CallDisabled: 'This call is switched off.',
    FirstEmissionBlockNumberAlreadySet: 'The subnet was started already. Nothing is left to do.',
    NeedWaitingMoreBlocksToStarCall:
      'The subnet is too young to be started. Wait for the start delay.',
    NotEnoughAlphaOutToRecycle:
      'Less alpha is outstanding than was to be recycled. Lower the amount.',
    CannotBurnOrRecycleOnRootSubnet: 'Root has no alpha to burn. Name another subnet.',
    UnableToRecoverPublicKey: 'No public key fits the signature. Sign the right message.',
    InvalidRecoveredPublicKey: "The signature is another key's. Sign with the key that is named.",
    SubtokenDisabled: 'The subnet is not started, so its token cannot move. Wait for start_call.',
    HotKeySwapOnSubnetIntervalNotPassed:
      'A hotkey was swapped on this subnet too recently. Wait for the interval.',
    SameNetuid: 'Origin and destination are the same subnet. Name two.',
    InsufficientBalance: 'An account has less TAO than the call must move. Lower the amount.',
    InvalidLeaseBeneficiary: 'The beneficiary is not the one who opened the crowdloan.',
    LeaseCannotEndInThePast: 'The lease would end before now. Choose a later block.',
    LeaseNetuidNotFound: 'The leased subnet could not be found.',
    LeaseDoesNotExist: 'There is no such lease.',
    LeaseHasNoEndBlock: 'The lease has no end, so it cannot be ended.',
    LeaseHasNotEnded: 'The lease is still running. Wait for its end.',
    Overflow: 'A number grew beyond its type.',
    BeneficiaryDoesNotOwnHotkey: 'The beneficiary does not own the hotkey. Name one of theirs.',
    ExpectedBeneficiaryOrigin: 'Only the beneficiary of the lease may do this.',
    AdminActionProhibitedDuringWeightsWindow:
      'Parameters are frozen shortly before an epoch. Try after it.',
    SymbolDoesNotExist: 'The symbol is not in the list of symbols. Choose one that is.',
    SymbolAlreadyInUse: 'Another subnet has this symbol. Choose a free one.',
    IncorrectCommitRevealVersion:
      'The commit is of another version than the chain speaks. Update the client.',
    InvalidRevealRound: 'The drand round of the commit has passed. Commit to a later one.',
    RevealPeriodTooLarge: 'The reveal period is over its maximum. Shorten it.',
    RevealPeriodTooSmall: 'The reveal period is under its minimum. Lengthen it.',
    InvalidValue: 'The value is out of bounds. Look up the bounds of the parameter.',
    SubnetLimitReached: 'There are as many subnets as there may be, and none can be replaced.',
    CannotAffordLockCost:
      'The coldkey has less free TAO than a subnet costs. Fund it or wait for a lower cost.',
    EvmKeyAssociateRateLimitExceeded:
      'The EVM key was associated too recently. Wait for the rate limit.',
    SameAutoStakeHotkeyAlreadySet: 'This hotkey is the destination already. Nothing is left to do.',
    UidMapCouldNotBeCleared: 'The uids could not be removed in one go. Try again.',
    TrimmingWouldExceedMaxImmunePercentage:
      'Too many of the uids that would stay are immune. Trim less.',
    ChildParentInconsistency:
      'A hotkey would be parent and child of the same one. Break the circle.',
    InvalidNumRootClaim: 'The number of claims in a block is over its maximum. Lower it.',
    InvalidRootClaimThreshold: 'The claim threshold is over its maximum. Lower it.',
    InvalidSubnetNumber: 'Name one to five subnets to claim from.',
    TooManyUIDsPerMechanism: 'Uids times mechanisms would exceed the limit. Lower one of them.',
    VotingPowerTrackingNotEnabled:
      'Voting power is not tracked on this subnet. Switch it on first.',
    InvalidVotingPowerEmaAlpha: 'The smoothing factor is over 1. Lower it.',
    Deprecated: 'The call is gone. Use its replacement.',
    AddStakeBurnRateLimitExceeded:
      'Stake was bought to burn too recently. Wait for the rate limit.',
    ColdkeySwapAnnounced: 'The coldkey announced a swap and may do nothing else until then.',
    ColdkeySwapDisputed: "The coldkey's swap is disputed; root must settle it first.",
    ColdkeySwapClearTooEarly: 'The announcement is too recent to be withdrawn. Wait.',
    DisabledTemporarily: 'The call is switched off for now.',
    RegistrationPriceLimitExceeded:
      'Registering costs more than the given limit. Raise the limit or wait.',
    LockHotkeyMismatch: 'The lock is for another hotkey. Move the lock first.',
    InsufficientStakeForLock: 'More alpha was to be locked than is staked. Lower the amount.',
    NoExistingLock: 'There is no lock here to change. Lock stake first.',
    ActiveLockExists: 'A lock on another hotkey is still running. Wait or move it.',
    CannotUseSystemAccount: 'The account belongs to a subnet. Use one of your own.',
    UnlockAmountTooHigh: 'More was to be unlocked than is locked. Lower the amount.',
    TempoOutOfBounds: 'The tempo is outside its bounds. Choose one between minimum and maximum.',
    ActivityCutoffFactorMilliOutOfBounds:
      'The activity cutoff factor is outside its bounds. Choose one within them.',
    EpochTriggerAlreadyPending: 'An epoch was triggered already. Wait for it.',
    AutoEpochAlreadyImminent: 'The next epoch comes by itself soon enough. Wait for it.',
    DynamicTempoBlockedByCommitReveal:
      'Epochs cannot be triggered while commit and reveal is on. Switch it off first.',
    AccountRejectsLockedAlpha:
      'The receiving account takes no locked alpha. Ask its owner to accept it.',
  },
)
