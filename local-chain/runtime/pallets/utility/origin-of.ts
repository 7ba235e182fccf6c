/**
 * The origin that a caller of `dispatch_as` names.
 *
 * @module
 */
import { AUTHORIZED, NONE, type Origin, ROOT, signed } from '../../../frame/origin.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { originCaller } from '../../types.ts'

export function originOf(caller: TypeOf<typeof originCaller>): Origin {
  const raw = caller.value
  if (raw.type === 'Root') return ROOT
  if (raw.type === 'None') return NONE
  return raw.type === 'Signed' ? signed(raw.value) : AUTHORIZED
}
