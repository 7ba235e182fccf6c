/**
 * What every command has in common: options parsed into types, one result in three forms, questions
 * that need somebody to answer, and exit codes that are the same in text and JSON.
 *
 * A command parses, calls `src/ops`, logs a rendering and returns the result object. It prints
 * nothing itself and never calls `process.exit`.
 *
 * Source: style.md sections 2.4 and 2.5; the traps of oclif core 4.14 are noted where they are met.
 *
 * @module
 */
import { Command } from '@oclif/core/command'
import type { Input, ParserOutput } from '@oclif/core/interfaces'
import type { Client } from '../chain/connect.ts'
import type { AccountId } from '../primitives/account-id.ts'
import type { TaoError } from '../primitives/tao-error.ts'
import type { KeyRole, LocalSigner } from '../wallet/index.ts'
import { cancelled, confirmationNeeded, missingOption, toTaoError } from './errors.ts'
import { outputFlags } from './flags.ts'
import { onInterrupt } from './interrupt.ts'
import { type OutputMode, outputModeOf, renderResult } from './json.ts'
import { type Progress, startBar, startWait } from './progress.ts'
import { askChoice, askSecret, askText, askYesNo } from './prompts.ts'
import { refusalOf } from './refusal.ts'
import { resolveSettings, type SettingOptions, type Settings } from './settings.ts'
import { normaliseOptions } from './spellings.ts'
import { canAsk, reportFailure, writeMessage, writeResult } from './terminal.ts'

/** Options that steer the base class, where the command declares them. */
interface CommonOptions {
  quiet?: boolean
  verbose?: boolean
  yes?: boolean
  no?: boolean
}

/** Parsed options or arguments by name. */
type Values = Record<string, unknown>

/** What to ask when an option was not given. */
export interface Question<T> {
  /** As it is typed: `--netuid`. */
  readonly option: string
  /** Words of the question; also says what is missing when nobody can be asked. */
  readonly message: string
  readonly default?: string
  readonly secret?: boolean
  /** Turns the answer into a value; what it refuses is said and the question asked again. */
  readonly parse: (text: string) => T
}

export abstract class TaoCommand<Result> extends Command {
  static override baseFlags = outputFlags

  #options: CommonOptions = {}
  #failure: TaoError | undefined
  readonly #closers: (() => void | Promise<void>)[] = []
  readonly #mode: OutputMode

  constructor(...args: ConstructorParameters<typeof Command>) {
    super(...args)
    const own = this.ctor.flags?.['json']
    this.#mode = outputModeOf(this.argv, own?.type === 'option')
  }

  /** Does the work and returns the one result object. */
  abstract override run(): Promise<Result>

  /** Whether the result is printed as JSON; nothing is asked then. */
  get isJson(): boolean {
    return this.#mode !== 'text'
  }

  /** Whether the user wants full numbers and more messages. */
  get isVerbose(): boolean {
    return this.#options.verbose === true
  }

  /** Whether somebody is there to answer. */
  get canAsk(): boolean {
    return !this.isJson && canAsk()
  }

  /** A rendering of the result, to stdout; JSON modes print the returned object instead. */
  override log(text = ''): void {
    if (!this.isJson) writeResult(text)
  }

  /** A message that is no result: progress in words, hints. Silent with --quiet and in JSON. */
  note(text: string): void {
    if (!this.isJson && this.#options.quiet !== true) writeMessage(text)
  }

  /** A message for --verbose only. */
  detail(text: string): void {
    if (this.isVerbose) writeMessage(text)
  }

  /** Something the user should know although the command goes on. Shown in JSON modes too. */
  override warn(input: string | Error): string | Error {
    const text = typeof input === 'string' ? input : input.message
    if (this.#options.quiet !== true) writeMessage(`warning: ${text}`)
    return input
  }

  /** Option, environment, configuration, default: see `settings.ts`. */
  async settings(options: SettingOptions): Promise<Settings> {
    return resolveSettings(options)
  }

  /**
   * Asks for consent before anything is changed. `--yes` consents, `--no` declines.
   *
   * @param preview  shown before the question, on stderr
   * @throws TaoError CONFIRMATION_NEEDED  nobody can be asked and `--yes` is missing
   * @throws TaoError CANCELLED  the answer was no
   */
  async confirm(question: string, preview?: string): Promise<void> {
    const { yes, no } = this.#options
    if (no === true) throw cancelled(`declined because of --no: ${question}`)
    if (yes !== true && !this.canAsk) throw confirmationNeeded(question)
    if (preview !== undefined) this.note(preview)
    if (yes === true) return
    if (!(await askYesNo(question))) throw cancelled()
  }

  /**
   * The value of an option, asked for when it was not given.
   *
   * @throws TaoError MISSING_OPTION  nobody can be asked
   */
  async ask<T>(given: T | undefined, question: Question<T>): Promise<T> {
    if (given !== undefined) return given
    const { option, message, parse } = question
    if (!this.canAsk) throw missingOption(option, message)
    for (;;) {
      const answer = question.secret
        ? await askSecret(message)
        : await askText(message, question.default ? { default: question.default } : {})
      try {
        return parse(answer)
      } catch (error) {
        const refusal = refusalOf(error)
        if (refusal === undefined) throw error
        writeMessage(refusal)
      }
    }
  }

  /** One of several, asked for. `option` is what to type where nobody can be asked. */
  async choose<T>(
    question: { option: string; message: string },
    choices: readonly { name: string; value: T; description?: string }[],
  ): Promise<T> {
    if (!this.canAsk) throw missingOption(question.option, question.message)
    return askChoice(question.message, choices)
  }

  /**
   * Connects to the network of these settings; closed when the command ends.
   *
   * @throws TaoError UNKNOWN_NETWORK (exit 2), NODE_UNREACHABLE (4), DATA_DIR_BUSY (3)
   */
  async connect({ network, dataDir }: Settings): Promise<Client> {
    const { connect } = await import('../chain/connect.ts')
    this.detail(`network ${network.value} (from ${network.source})`)
    const waiting = this.wait(`connecting to ${network.value}`)
    const client = await connect({ network: network.value, dataDir: dataDir.value })
    waiting.done()
    this.onEnd(() => client.close())
    return client
  }

  /**
   * A signer for a key of the wallet. The password comes from the environment, the password file or
   * a hidden question; without a terminal nothing is asked.
   *
   * @throws WalletError  the file is missing, unreadable or stays locked (exit 3)
   */
  async unlock(role: KeyRole, settings: Settings): Promise<LocalSigner> {
    const { unlockSigner } = await import('./wallet-access.ts')
    return unlockSigner(role, settings, {
      ...(this.canAsk ? { ask: askSecret } : {}),
      showWait: (words) => this.wait(words),
    })
  }

  /**
   * The account of a key of the wallet, without unlocking it. A hotkey may be given as an address.
   *
   * @throws WalletError  no such wallet or hotkey (exit 3)
   */
  async account(role: KeyRole, settings: Settings): Promise<AccountId> {
    const { accountOf } = await import('./wallet-access.ts')
    return accountOf(role, settings)
  }

  /** Words shown while something runs. Ends by itself when the command ends. */
  wait(words: string): Progress {
    return this.#track(startWait(words, { silent: this.#silent }))
  }

  /** A bar with a known end. */
  async bar(words: string, total: number): Promise<Progress> {
    return this.#track(await startBar(words, total, { silent: this.#silent }))
  }

  /** Closes something when the command ends, however it ends: latest first, Ctrl-C included. */
  onEnd(close: () => void | Promise<void>): void {
    this.#closers.push(close)
  }

  /**
   * Notes that a part failed. The result is printed all the same; the exit code and the error are
   * those of `failure`.
   */
  failWithResult(failure: TaoError): void {
    this.#failure ??= failure
  }

  protected override async parse<F extends Values, B extends Values, A extends Values>(
    options?: Input<F, B, A>,
    argv: string[] = this.argv,
  ): Promise<ParserOutput<F, B, A>> {
    const input = options ?? (this.ctor as Input<F, B, A>)
    const spelled = normaliseOptions(argv, knownOptions(this.ctor))
    // oclif fills a missing argument from stdin, which would eat what a script pipes in.
    const args = Object.fromEntries(
      Object.entries(input.args ?? {}).map(([name, arg]) => [name, { ...arg, ignoreStdin: true }]),
    )
    // Inherited statics are not copied by the spread, and the base options are inherited.
    const { baseFlags } = this.ctor
    const whole = { ...input, baseFlags, args } as Input<F, B, A>
    const parsed = await super.parse<F, B, A>(whole, spelled)
    this.#options = parsed.flags as CommonOptions
    return parsed
  }

  /**
   * The whole life of a command. Replaces oclif's, whose exit code differs between text and JSON and
   * whose JSON error copies every field of the thrown object.
   */
  protected override async _run<T>(): Promise<T> {
    const forget = onInterrupt(() => this.#close())
    let result: Result | undefined
    try {
      result = await this.run()
      this.#print(result)
    } catch (error) {
      reportFailure(this.#explain(error), { mode: this.#mode, verbose: this.isVerbose })
    } finally {
      await this.#close()
      forget()
    }
    return result as T
  }

  get #silent(): boolean {
    return this.isJson || this.#options.quiet === true
  }

  #print(result: Result): void {
    const failure = this.#failure
    if (this.isJson) writeResult(renderResult(this.#mode, result, failure))
    if (failure === undefined) return
    if (this.isJson) process.exitCode = failure.exitCode
    else reportFailure(failure, { mode: 'text', verbose: this.isVerbose })
  }

  #explain(error: unknown): TaoError {
    const { baseFlags, flags } = this.ctor
    const options = Object.keys({ ...flags, ...baseFlags })
    return toTaoError(error, { commandId: this.id ?? '', options })
  }

  #track(progress: Progress): Progress {
    let open = true
    const done = (): void => {
      if (open) progress.done()
      open = false
    }
    this.onEnd(done)
    return { update: (value, words) => progress.update(value, words), done }
  }

  async #close(): Promise<void> {
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) {
      await close()
    }
  }
}

/** Every spelling that the parser of this command accepts. */
function knownOptions(command: typeof Command): {
  long: ReadonlySet<string>
  short: ReadonlySet<string>
} {
  const long = new Set<string>()
  const short = new Set<string>()
  for (const [name, flag] of Object.entries({ ...command.baseFlags, ...command.flags })) {
    for (const spelling of [name, ...(flag.aliases ?? [])]) {
      long.add(spelling)
      if (flag.type === 'boolean' && flag.allowNo) long.add(`no-${spelling}`)
    }
    if (flag.char !== undefined) short.add(flag.char)
  }
  return { long, short }
}
