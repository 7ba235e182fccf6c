/**
 * The origin that a caller of `dispatch_as` names.
 *
 * @module
 */
import { badOrigin } from '../../../frame/dispatch-error.ts'
import { NONE, type Origin, ROOT, signed } from '../../../frame/origin.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { originCaller } from '../../types.ts'

/** @throws BadOrigin  `Authorized`, which no call accepts */
export function originOf(caller: TypeOf<typeof originCaller>): Origin {
  const raw = caller.value
  if (raw.type === 'Root') return ROOT
  if (raw.type === 'None') return NONE
  if (raw.type === 'Signed') return signed(raw.value)
  throw badOrigin
}
