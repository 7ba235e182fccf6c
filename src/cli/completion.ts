/**
 * Shell completion: a small script per shell that asks the program itself, so it knows every command
 * and option of the installed version.
 *
 * @module
 */
import { usageError } from './errors.ts'
import type { DetailsById, Manifest } from './manifest.ts'
import { resolveWords, TOPICS } from './words.ts'

const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_tao() {
  local IFS=$'\\n'
  COMPREPLY=($(tao --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _tao tao`,
  zsh: `#compdef tao
_tao() {
  local -a found
  found=("\${(@f)$(tao --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found
}
compdef _tao tao`,
  fish: `complete -c tao -f -a '(tao --complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
}

/**
 * What to put into a shell's start-up file.
 *
 * @throws TaoError USAGE  a shell without a script
 */
export function completionScript(shell: string | undefined): string {
  const script = SCRIPTS[shell ?? '']
  if (script !== undefined) return script
  const shells = Object.keys(SCRIPTS)
  const examples = shells.map((name) => `tao --show-completion ${name}`)
  throw usageError('USAGE', `completion is there for ${shells.join(', ')}`, examples)
}

/**
 * Words that may stand where the last of `typed` is being typed.
 *
 * @param typed  words after `tao`; the last one is unfinished and may be empty
 * @param details  read only when an option is being typed
 */
export function complete(
  typed: readonly string[],
  manifest: Manifest,
  details: () => DetailsById,
): string[] {
  const started = typed.at(-1) ?? ''
  const before = typed.slice(0, -1)
  if (started.startsWith('-')) {
    const found = resolveWords(before, manifest)
    if (found.kind !== 'command') return matching(['--help'], started)
    const options = details()[found.command.id]?.options ?? []
    const names = options.filter(({ hidden }) => !hidden).map(({ name }) => `--${name}`)
    return matching([...names, '--help'], started)
  }
  const found = resolveWords(before, manifest)
  if (found.kind !== 'none' && found.kind !== 'topic') return []
  const path = found.kind === 'topic' ? found.topic.split(' ') : []
  return matching(nextWords(path, manifest), started)
}

function nextWords(path: readonly string[], manifest: Manifest): string[] {
  const next = new Set<string>()
  for (const { id, hidden } of manifest.commands) {
    const words = id.split(' ')
    const word = words[path.length]
    if (hidden || word === undefined) continue
    if (path.every((part, i) => words[i] === part)) next.add(word)
  }
  // Groups in the order of help, then the rest.
  const known = Object.keys(TOPICS)
  const rank = (word: string): number => {
    const at = known.indexOf([...path, word].join(' '))
    return at === -1 ? known.length : at
  }
  return [...next].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

function matching(words: readonly string[], started: string): string[] {
  return words.filter((word) => word.startsWith(started))
}
