/**
 * The progress bar, loaded when there is a terminal to draw it on.
 *
 * @module
 */
import cliProgress from 'cli-progress'

export const { SingleBar } = cliProgress
