/**
 * Telling a value that will not do from a mistake of this program.
 *
 * @module
 */
import { AmountError } from '../primitives/amount.ts'
import { Ss58Error } from '../primitives/ss58.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'

/** Why a typed value will not do, or nothing when the error is about something else. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof TaoError) {
    return error.exitCode === ExitCode.usage ? error.message : undefined
  }
  const isRefusal =
    error instanceof AmountError || error instanceof Ss58Error || error instanceof RangeError
  return isRefusal ? error.message : undefined
}
