/**
 * Storage of SubtensorModule: tao flow. Order is wire format.
 *
 * @module
 */
import { map, optionalMap, value } from '../../../../frame/storage/declare.ts'
import { identity } from '../../../../frame/storage/hashers.ts'
import { tuple } from '../../../../frame/types/combinators.ts'
import { i64f64, u64f64 } from '../../../../frame/types/common.ts'
import { bool, i64, u16, u64 } from '../../../../frame/types/primitives.ts'

export const taoFlowStorage = {
  subnetTaoFlow: map(identity(u16), i64, 0n),
  subnetEmaTaoFlow: optionalMap(identity(u16), tuple(u64, i64f64)),
  netTaoFlowEnabled: value(bool, true),
  subnetProtocolFlow: map(identity(u16), i64, 0n),
  subnetEmaProtocolFlow: optionalMap(identity(u16), tuple(u64, i64f64)),
  taoFlowCutoff: value(i64f64, 0n),
  flowNormExponent: value(u64f64, 18_446_744_073_709_551_616n),
  flowEmaSmoothingFactor: value(u64, 29_597_889_189_277n),
}
