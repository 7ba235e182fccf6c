/**
 * Goal: the chain commands work in the folder, on the node that runs on it, and say what is wrong.
 * Method: the built program in processes of its own.
 *
 * @module
 */

import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { open } from 'lmdb'
import { afterEach, describe, expect, it } from 'vitest'
import { makeHome, type RunningCli, runTao, runTaoJson, startTao } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'

const running: RunningCli[] = []

async function startNode(
  home: string,
  ...args: string[]
): Promise<{ node: RunningCli; url: string }> {
  const node = await startTao(['chain', 'start', '--port', '0', ...args], { home })
  running.push(node)
  await node.seen(/ws:\/\/127\.0\.0\.1:\d+/)
  return { node, url: /ws:\/\/127\.0\.0\.1:\d+/.exec(node.stdout())?.[0] ?? '' }
}

afterEach(async () => {
  for (const node of running.splice(0)) {
    node.kill('SIGTERM')
    await node.finished
  }
})

interface Status {
  block: number
  hash: string
  network: string
}

describe('tao chain', () => {
  it('advances the embedded chain, keeps it between commands and starts over', async () => {
    const home = makeHome()
    const advanced = await runTaoJson(['chain', 'advance', '25'], { home })
    expectSchema('chain advance', advanced)
    expect(advanced).toMatchObject({ from: 0, to: 25 })
    const status = await runTaoJson<Status>(['chain', 'status'], { home })
    expectSchema('chain status', status)
    expect(status).toMatchObject({ block: 25, network: 'local' })
    const reset = await runTaoJson(['chain', 'reset', '--yes'], { home })
    expectSchema('chain reset', reset)
    expect(await runTaoJson<Status>(['chain', 'status'], { home })).toMatchObject({ block: 0 })
  })

  it('gives the same chain for the same commands', async () => {
    const hashes = await Promise.all(
      [makeHome(), makeHome()].map(async (home) => {
        await runTaoJson(['chain', 'advance', '7'], { home })
        return (await runTaoJson<Status>(['chain', 'status'], { home })).hash
      }),
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  it('finds the node that runs on the folder, and goes on after it was killed', async () => {
    const home = makeHome()
    const { node, url } = await startNode(home, '--mode', 'manual')
    await node.seen(
      '//Alice    5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY  1000000 TAO, sudo',
    )
    const own = await runTaoJson(['chain', 'status'], { home })
    expectSchema('chain status', own)
    expect(own).toMatchObject({ network: 'local', node: { pid: node.pid, url } })
    const seen = await runTao(['chain', 'advance', '3', '-v'], { home })
    expect(seen.exitCode, seen.stderr).toBe(0)
    await node.seen(/Imported #3 \(0x[0-9a-f]{4}…[0-9a-f]{4}\)/)
    const remote = await runTaoJson<Status>(['chain', 'status', '--network', url], { home })
    expect(remote).toMatchObject({ block: 3, network: url, node: null })
    const refused = await runTao(['chain', 'reset', '--yes'], { home })
    expect(refused.exitCode).toBe(3)
    expect(refused.stderr).toContain('in use by process')
    node.kill('SIGKILL')
    await node.finished
    expect(await runTaoJson<Status>(['chain', 'status'], { home })).toMatchObject({ block: 3 })
  })

  it('makes blocks in intervals', async () => {
    const { node } = await startNode(
      makeHome(),
      ...['--mode', 'interval', '--block-time', '50ms', '--fast', '--tmp'],
    )
    await node.seen(/Imported #4 /)
    node.kill('SIGINT')
    expect((await node.finished).exitCode).toBe(130)
  })

  it('removes its temporary folder when its terminal is closed', async () => {
    const { node } = await startNode(makeHome(), '--tmp', '--mode', 'manual')
    const folder = /chain (\S+),/.exec(node.stdout())?.[1] ?? ''
    expect(existsSync(folder)).toBe(true)
    node.kill('SIGHUP')
    expect((await node.finished).exitCode).toBe(129)
    expect(existsSync(folder)).toBe(false)
  })

  it('reaches a node that is only just starting', async () => {
    const home = makeHome()
    const started = startNode(home, '--mode', 'manual')
    const runs = Promise.all([1, 2, 3].map(() => runTao(['chain', 'status', '--json'], { home })))
    await started
    for (const run of await runs) expect(run.exitCode, run.stdout).toBe(0)
  })

  it('lets two processes take turns on one folder', async () => {
    const home = makeHome()
    const runs = await Promise.all(
      [5, 6, 7].map((count) => runTao(['chain', 'advance', String(count)], { home })),
    )
    for (const run of runs) expect(run.exitCode, run.stderr).toBe(0)
    expect(await runTaoJson<Status>(['chain', 'status'], { home })).toMatchObject({ block: 18 })
  })

  it('names a port in use, and leaves the folder free', async () => {
    const home = makeHome()
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const run = await runTao(['chain', 'start', '--port', String(port)], { home })
    server.close()
    expect(run.exitCode).toBe(3)
    expect(run.stderr).toContain(`127.0.0.1:${port}`)
    expect(run.stdout).toBe('')
    expect((await runTao(['chain', 'status'], { home })).exitCode).toBe(0)
  })

  it.each([
    ['a count that is no number', ['chain', 'advance', 'ten'], 2],
    ['no blocks', ['chain', 'advance', '0'], 2],
    ['a negative count', ['chain', 'advance', '--', '-5'], 2],
    ['a block time without interval mode', ['chain', 'start', '--block-time', '1s'], 2],
    ['a block time of no unit', ['chain', 'start', '--mode', 'interval', '--block-time', 'x'], 2],
    ['no consent', ['chain', 'reset'], 2],
    ['a network that is not there', ['chain', 'status', '--network', 'ws://127.0.0.1:9'], 4],
    ['an unknown network', ['chain', 'status', '--network', 'nowhere'], 2],
  ])('refuses %s', async (_why, args, exitCode) => {
    const run = await runTao(args)
    expect(run, run.stderr).toMatchObject({ exitCode, stdout: '' })
    expect(run.stderr).not.toBe('')
  })

  it('refuses a folder of another version', async () => {
    const home = makeHome()
    const folder = join(home, 'chain')
    await runTaoJson(['chain', 'advance', '1', '--data-dir', folder], { home })
    const root = open({ path: join(folder, 'db'), maxDbs: 16 })
    const system = root.openDB<Buffer, string>({ name: 'system', encoding: 'binary' })
    for (const key of system.getKeys()) await system.put(key, Buffer.from('999'))
    await root.close()
    const run = await runTao(['chain', 'status', '--data-dir', folder], { home })
    expect(run, run.stderr).toMatchObject({ exitCode: 3, stdout: '' })
    expect(run.stderr).toContain('999')
    expect(run.stderr).toContain('tao chain reset')
  })
})
