/**
 * What every command says about itself, written at build time so that help, suggestions and
 * dispatch load no command.
 *
 * Two files: `manifest.json` (the index: small, read on every start) and `options.json` (details,
 * read for the help of one command and for the generated reference).
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One line of the index. */
export interface CommandEntry {
  /** Words of the command, joined by one space. */
  readonly id: string
  /** File in `dist/` whose default export is the command. */
  readonly file: string
  readonly summary: string
  /** Other words for the same command. */
  readonly aliases: readonly string[]
  readonly hidden: boolean
}

/** An option as help shows it. */
export interface OptionSpec {
  readonly name: string
  readonly char?: string
  readonly aliases: readonly string[]
  readonly summary: string
  readonly takesValue: boolean
  readonly negatable: boolean
  readonly multiple: boolean
  readonly required: boolean
  readonly hidden: boolean
  readonly group?: string
  /** Word that stands for the value in help. */
  readonly helpValue?: string
  readonly values?: readonly string[]
  readonly fallback?: string
}

/** A positional argument as help shows it. */
export interface ArgumentSpec {
  readonly name: string
  readonly summary: string
  readonly required: boolean
  readonly values?: readonly string[]
}

/** Everything help says about one command. */
export interface CommandDetails {
  readonly description: string
  readonly examples: readonly string[]
  readonly arguments: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
}

export interface Manifest {
  readonly commands: readonly CommandEntry[]
}

/** Details by command id. */
export type DetailsById = Readonly<Record<string, CommandDetails>>

/** The parts of an oclif flag that are shown; oclif's own type is a union over value kinds. */
interface FlagLike {
  readonly type: 'boolean' | 'option'
  readonly char?: string
  readonly aliases?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly allowNo?: boolean
  readonly multiple?: boolean
  readonly required?: boolean
  readonly hidden?: boolean
  readonly helpGroup?: string
  readonly helpValue?: string | readonly string[]
  readonly options?: readonly string[]
  readonly default?: unknown
}

interface ArgLike {
  readonly description?: string
  readonly required?: boolean
  readonly hidden?: boolean
  readonly options?: readonly string[]
}

/** The static side of a command, as far as it is shown. */
interface CommandLike {
  readonly summary?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly aliases?: readonly string[]
  readonly hidden?: boolean
  readonly args?: Readonly<Record<string, ArgLike>>
  readonly flags?: Readonly<Record<string, FlagLike>>
  readonly baseFlags?: Readonly<Record<string, FlagLike>>
}

/** Reads the index that the build wrote beside the running code. */
export function readManifest(dist: string): Manifest {
  return JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
}

/** Reads the details of all commands. */
export function readDetails(dist: string): DetailsById {
  return JSON.parse(readFileSync(join(dist, 'options.json'), 'utf8')) as DetailsById
}

/**
 * Loads every built command and notes what it says about itself. Runs at build time only.
 *
 * @throws Error  a file without a command, or a command without summary or example
 */
export async function describeCommands(
  files: readonly { id: string; file: string }[],
  dist: string,
): Promise<{ manifest: Manifest; details: DetailsById }> {
  const commands: CommandEntry[] = []
  const details: Record<string, CommandDetails> = {}
  for (const { id, file } of files) {
    const loaded = (await import(pathToFileURL(join(dist, file)).href)) as { default?: CommandLike }
    const command = loaded.default
    if (command?.summary === undefined || (command.examples ?? []).length === 0) {
      throw new Error(`command "${id}" needs a default export with a summary and an example`)
    }
    commands.push({
      id,
      file,
      summary: command.summary,
      aliases: (command.aliases ?? []).map((alias) => alias.replaceAll(':', ' ')),
      hidden: command.hidden === true,
    })
    details[id] = describe(id, command)
  }
  return { manifest: { commands }, details }
}

function describe(id: string, command: CommandLike): CommandDetails {
  const flags = { ...command.baseFlags, ...command.flags }
  return {
    description: command.description ?? '',
    examples: (command.examples ?? []).map((example) => fillIn(String(example), id)),
    arguments: Object.entries(command.args ?? {})
      .filter(([, arg]) => arg.hidden !== true)
      .map(([name, arg]) => ({
        name,
        summary: arg.description ?? '',
        required: arg.required === true,
        ...(arg.options === undefined ? {} : { values: arg.options }),
      })),
    options: Object.entries(flags).map(([name, flag]) => describeOption(name, flag)),
  }
}

function describeOption(name: string, flag: FlagLike): OptionSpec {
  // A default that is computed is not known before the command runs.
  const shown = typeof flag.default === 'function' ? undefined : flag.default
  const worthShowing = shown !== undefined && shown !== false && shown !== null
  return {
    name,
    ...(flag.char === undefined ? {} : { char: flag.char }),
    aliases: flag.aliases ?? [],
    summary: flag.summary ?? flag.description ?? '',
    takesValue: flag.type === 'option',
    negatable: flag.allowNo === true,
    multiple: flag.multiple === true,
    required: flag.required === true,
    hidden: flag.hidden === true,
    ...(flag.helpGroup === undefined ? {} : { group: flag.helpGroup }),
    ...(flag.helpValue === undefined ? {} : { helpValue: String(flag.helpValue) }),
    ...(flag.options === undefined ? {} : { values: flag.options }),
    ...(worthShowing ? { fallback: String(shown) } : {}),
  }
}

/** oclif's two placeholders; nothing else is evaluated. */
function fillIn(example: string, id: string): string {
  return example.replaceAll('<%= config.bin %>', 'tao').replaceAll('<%= command.id %>', id)
}
