/**
 * Calls of SubtensorModule: hotkeys and their registration.
 *
 * @module
 */
import { burnedRegisterCall } from './burned-register.ts'
import { register } from './register.ts'
import { registerLimit } from './register-limit.ts'
import { rootRegisterCall } from './root-register.ts'
import { setIdentity } from './set-identity.ts'
import { tryAssociateHotkey } from './try-associate-hotkey.ts'

export const calls = {
  register,
  burnedRegister: burnedRegisterCall,
  registerLimit,
  rootRegister: rootRegisterCall,
  tryAssociateHotkey,
  setIdentity,
}
