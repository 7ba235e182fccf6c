/**
 * Progress on stderr, for work that takes longer than a moment. Silent when stderr is no terminal,
 * with --quiet and in JSON.
 *
 * @module
 */
import process from 'node:process'

/** A running piece of work. `done` is called once, whatever happened. */
export interface Progress {
  /** Moves a bar to `value`, or changes the words of a spinner. */
  update(value: number, words?: string): void
  done(): void
}

const SILENT: Progress = { update: () => {}, done: () => {} }

/** A bar with a known end. The library is loaded only when there is somebody to see it. */
export async function startBar(
  words: string,
  total: number,
  { silent = false }: { silent?: boolean } = {},
): Promise<Progress> {
  if (silent || process.stderr.isTTY !== true) return SILENT
  const { SingleBar } = await import('./lazy/cli-progress.ts')
  const bar = new SingleBar({
    format: '{words} [{bar}] {value}/{total}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(total, 0, { words })
  return {
    update: (value, next) => bar.update(value, next === undefined ? {} : { words: next }),
    done: () => bar.stop(),
  }
}

/** Words that stay on the line while something unmeasured runs, and vanish when it ends. */
export function startWait(words: string, { silent = false }: { silent?: boolean } = {}): Progress {
  if (silent || process.stderr.isTTY !== true) return SILENT
  const show = (text: string): void => {
    process.stderr.write(`\r\u001b[2K${text} ...`)
  }
  show(words)
  return {
    update: (_value, next) => show(next ?? words),
    done: () => void process.stderr.write('\r\u001b[2K'),
  }
}
