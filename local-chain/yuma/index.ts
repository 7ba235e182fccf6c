/**
 * The epoch (Yuma consensus) as a pure function of a subnet's state.
 *
 * @module
 */
export { U16Pairs } from '../frame/u16-pairs.ts'
export {
  type EpochCall,
  type EpochExactJson,
  type EpochOutcome,
  type EpochStep,
  type EpochStepJson,
  type EpochTraceJson,
  epoch,
  epochStepFromJson,
  exactJson,
  runStep,
  traceJson,
} from './api.ts'
export { epochMechanism } from './epoch-mechanism.ts'
export { epochWithMechanisms, type MechanismRunner } from './epoch-with-mechanisms.ts'
export {
  type AccountKey,
  type EpochInput,
  hasUniqueHotkeys,
  type MechanismInput,
  type StakeShare,
  type StoredRow,
  type WeightCommit,
} from './input.ts'
export {
  type EpochInputJson,
  epochInputFromJson,
  epochInputToJson,
  INPUT_FIELDS,
  type PairsJson,
} from './json.ts'
export { EpochInputError, UIDS_MAX } from './json-check.ts'
export { kernelMechanism } from './kernel/kernel-mechanism.ts'
export {
  EPOCH_MODES,
  EpochDifferenceError,
  type EpochMode,
  firstDifference,
  mechanismRunner,
} from './kernel/runners.ts'
export { checkVecMaxLimited, vecMaxUpscaleToU16, vecU16MaxUpscaleToU16 } from './math/upscale.ts'
export { mechanismStorageIndex, netuidAndMecid, splitEmissions } from './mechanisms.ts'
export {
  type EpochTerms,
  type EpochTrace,
  type HotkeyEmission,
  type MechanismEpoch,
  type MechanismWrites,
  type SubnetEpoch,
  type SubnetWrites,
  subnetWrites,
  type TracedMechanismEpoch,
} from './output.ts'
export { type AlphaValuesError, alphaValuesError } from './steps/liquid-alpha.ts'
export { stakeWeights } from './steps/stake-weight.ts'
