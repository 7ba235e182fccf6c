/**
 * Calls of Sudo.
 *
 * @module
 */
import { removeKey } from './remove-key.ts'
import { setKey } from './set-key.ts'
import { sudo } from './sudo.ts'
import { sudoAs } from './sudo-as.ts'
import { sudoUncheckedWeight } from './sudo-unchecked-weight.ts'

export const calls = { sudo, sudoUncheckedWeight, setKey, sudoAs, removeKey }
