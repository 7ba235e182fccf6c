/**
 * A number of one fixed-point type as a number of another: the bits are shifted (a loss of fraction
 * bits floors, also for negatives) and then fitted.
 *
 * Source: ../shared/spec/fixed-point.md section 3.
 *
 * @module
 */
import type { AnyFixed, FixedType } from './fixed-type.ts'

/** `To::saturating_from_num(x)`. A negative bigint shift goes right and floors: the chain's rule. */
export function convert<A extends AnyFixed, B extends AnyFixed>(
  from: FixedType<A>,
  to: FixedType<B>,
  x: A,
): B {
  return to.saturate(x << (to.frac - from.frac))
}

/** `To::from_num(x)` as the release build runs it. */
export function wrappingConvert<A extends AnyFixed, B extends AnyFixed>(
  from: FixedType<A>,
  to: FixedType<B>,
  x: A,
): B {
  return to.wrap(x << (to.frac - from.frac))
}

/** `To::checked_from_num(x)`. */
export function checkedConvert<A extends AnyFixed, B extends AnyFixed>(
  from: FixedType<A>,
  to: FixedType<B>,
  x: A,
): B | undefined {
  return to.check(x << (to.frac - from.frac))
}
