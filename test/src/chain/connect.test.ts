/**
 * Goal: a network name leads to one place, and what cannot be reached is said at once.
 * Method: folders of their own, a node on a free port, a socket that never answers.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openChain } from '../../../local-chain/index.ts'
import { connect } from '../../../src/chain/connect.ts'
import { networkOf } from '../../../src/chain/networks.ts'

const folders: string[] = []

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tao-test-'))
  folders.push(path)
  return path
}

afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true })
})

describe('networkOf', () => {
  it('knows names and addresses', () => {
    expect(networkOf('local')).toEqual({ type: 'embedded', name: 'local' })
    expect(networkOf('finney')).toMatchObject({
      url: 'wss://entrypoint-finney.opentensor.ai:443',
    })
    expect(networkOf('ws://127.0.0.1:9944')).toMatchObject({ url: 'ws://127.0.0.1:9944' })
  })

  it.each(['', 'Finney', 'http://x', 'ws://', 'toString', '127.0.0.1:9944'])(
    'refuses %j',
    (text) => {
      expect(() => networkOf(text)).toThrow(expect.objectContaining({ code: 'UNKNOWN_NETWORK' }))
    },
  )
})

describe('connect', () => {
  it('opens the chain in the folder, and keeps it between connections', async () => {
    const dataDir = folder()
    const first = await connect({ network: 'local', dataDir })
    await first.advance?.(4)
    await first.close()
    await first.close()
    const second = await connect({ network: 'local', dataDir })
    expect((await second.api.rpc.chain.getHeader()).number.toNumber()).toBe(4)
    await second.close()
  })

  it('goes to the node that runs on the folder, by name and by address', async () => {
    const dataDir = folder()
    const chain = await openChain({ dataDir })
    const { url } = await chain.serve({ host: '127.0.0.1', port: 0 })
    for (const network of ['local', url]) {
      const client = await connect({ network, dataDir })
      const before = chain.best.number
      expect(await client.advance?.(2)).toEqual({
        number: before + 2,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect(chain.best.number).toBe(before + 2)
      await client.close()
    }
    await chain.close()
  })

  it('says at once that nobody listens', async () => {
    await expect(connect({ network: 'ws://127.0.0.1:9', dataDir: folder() })).rejects.toMatchObject(
      { code: 'NODE_UNREACHABLE', exitCode: 4 },
    )
  })

  it('gives up on a node that never answers', async () => {
    const server = createServer(() => {})
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    await expect(
      connect({ network: `ws://127.0.0.1:${port}`, dataDir: folder(), timeoutMs: 200 }),
    ).rejects.toMatchObject({ code: 'NODE_UNREACHABLE' })
    server.close()
  })
})
