/**
 * The one error a user is meant to see, and the exit codes it may carry. Anything else that
 * reaches the top is a bug of this program.
 *
 * Invariant: `message`, `suggestions` and `data` hold public facts only; no seed, mnemonic,
 * password or private key ever enters an error.
 *
 * @module
 */

/** Process exit codes; part of the output contract. */
export const ExitCode = {
  /** Done. */
  ok: 0,
  /** A bug in this program. */
  bug: 1,
  /** Wrong usage: flag, argument, unknown command (the number oclif itself uses). */
  usage: 2,
  /** Local state: wallet, key, config or file missing or unreadable, wrong password. */
  local: 3,
  /** Node unreachable, timed out, or of another spec version. */
  node: 4,
  /** The chain refused: pool rejection or dispatch error. */
  rejected: 5,
  /** Interrupted by the user, a cancelled prompt included. */
  cancelled: 130,
} as const

/** One of the numbers in `ExitCode`. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** Public facts about a failure, ready for JSON; u64 values travel as decimal strings. */
export type Facts = Readonly<Record<string, FactValue>>

/** What a fact may be: a JSON value. */
export type FactValue =
  | string
  | number
  | boolean
  | null
  | readonly FactValue[]
  | { readonly [key: string]: FactValue }

/** Everything about a `TaoError` besides its code and message. */
export interface TaoErrorInit {
  readonly exitCode: ExitCode
  /** What to type or do next, one line each. */
  readonly suggestions?: readonly string[]
  readonly data?: Facts
  readonly cause?: unknown
}

/**
 * A failure the user can do something about. The message says what failed (with the value) and
 * why, the suggestions say what to type next; the code is stable, the text may improve.
 */
export class TaoError extends Error {
  override name = 'TaoError'
  readonly code: string
  readonly exitCode: ExitCode
  /** oclif prints these as "Try this:". */
  readonly suggestions: string[]
  readonly data: Facts
  /** Without it oclif 4 exits 1 in text mode. */
  readonly oclif: { readonly exit: number }

  constructor(code: string, message: string, init: TaoErrorInit) {
    // An absent cause stays absent: printers show `cause: undefined` when it is merely undefined.
    super(message, init.cause === undefined ? undefined : { cause: init.cause })
    this.code = code
    this.exitCode = init.exitCode
    this.suggestions = [...(init.suggestions ?? [])]
    this.data = init.data ?? {}
    this.oclif = { exit: init.exitCode }
  }
}
