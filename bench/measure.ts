/**
 * Medians of interleaved runs: a slow moment of the machine hits all sides alike.
 *
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

const ENTRY = resolve('bin', 'run.js')

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Runs all works in turn, `rounds` times after one that does not count.
 *
 * @returns  the median of each in milliseconds
 */
export async function interleaved<K extends string>(
  works: Readonly<Record<K, () => unknown>>,
  rounds: number,
): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[]
  const times = new Map<K, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const ms = await timed(works[name])
      if (round > 0) times.get(name)?.push(ms)
    }
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])])
  return Object.fromEntries(medians) as Record<K, number>
}

/**
 * How often in a second `work` does its thing, as the median of short samples.
 *
 * @param count  how many of it one call of `work` does
 */
export async function rate(
  work: () => unknown,
  count: number,
  { sampleMs = 300, samples = 7 } = {},
): Promise<number> {
  const rates: number[] = []
  // The first sample warms the code up.
  for (let sample = 0; sample <= samples; sample++) {
    let calls = 0
    const start = performance.now()
    let elapsed = 0
    do {
      await work()
      calls++
      elapsed = performance.now() - start
    } while (elapsed < sampleMs)
    if (sample > 0) rates.push((calls * count * 1000) / elapsed)
  }
  return median(rates)
}

/** A folder that is removed when `body` is done. */
export async function inFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tao-bench-'))
  try {
    return await body(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs Node and waits for its end. @throws  it did not end well */
export async function runNode(args: readonly string[], home: string): Promise<void> {
  const child = startNode(args, home)
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}\n${errors}`)
}

/** Runs the built program and waits for its end. */
export function runTao(words: readonly string[], home: string): Promise<void> {
  return runNode([ENTRY, ...words], home)
}

/** A node of the built program on a free port, until `stop`. */
export interface RunningNode {
  readonly url: string
  stop(): Promise<void>
}

export async function startTaoNode(
  home: string,
  words: readonly string[] = [],
): Promise<RunningNode> {
  const child = startNode([ENTRY, 'chain', 'start', '--port', '0', ...words], home)
  const url = await new Promise<string>((found, fail) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const url = /ws:\/\/[^\s"]+/.exec(text)?.[0]
      if (url !== undefined) found(url)
    })
    child.on('close', (code) => fail(new Error(`the node ended with ${code}\n${text}`)))
  })
  return {
    url,
    async stop() {
      const ended = once(child, 'close')
      child.kill('SIGINT')
      await ended
    },
  }
}

function startNode(args: readonly string[], home: string): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: home,
    env: { PATH: process.env['PATH'], HOME: home, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
