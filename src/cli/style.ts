/**
 * Colours. Each stream decides for itself: a piped stdout stays plain while stderr on a terminal is
 * coloured. `NO_COLOR` turns both off.
 *
 * @module
 */
import process from 'node:process'
import { Chalk, type ChalkInstance } from 'chalk'
import { noColor } from './env.ts'

function forStream(stream: NodeJS.WriteStream): ChalkInstance {
  if (noColor() || stream.isTTY !== true) return new Chalk({ level: 0 })
  return new Chalk()
}

/** Colours for results. */
export const onStdout: ChalkInstance = forStream(process.stdout)

/** Colours for messages. */
export const onStderr: ChalkInstance = forStream(process.stderr)
