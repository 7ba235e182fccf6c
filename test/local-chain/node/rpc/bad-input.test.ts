/**
 * Goal: whatever is sent to the node, it answers as substrate does and goes on. Method: hostile frames
 * over a real socket, then a plain question.
 *
 * @module
 */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain, type EmbeddedChain } from '../../../../local-chain/index.ts'
import { type Reply, rpcOverSocket } from '../../../support/rpc.ts'

let chain: EmbeddedChain
let url: string
let port: number
const bugs: unknown[] = []

beforeAll(async () => {
  chain = await createChain({ onBug: (error) => bugs.push(error) })
  const server = await chain.serve({ host: '127.0.0.1', port: 0 })
  url = server.url
  port = server.port
})

afterAll(async () => {
  await chain.close()
  expect(bugs).toEqual([])
})

const isReply = (frame: Reply | Reply[]): frame is Reply => !Array.isArray(frame)

describe('a frame that is no request', () => {
  const cases: [why: string, frame: string, code: number][] = [
    ['no JSON', "{'id': 1}", -32700],
    ['nothing', '', -32700],
    ['half a frame', '{"jsonrpc":"2.0","id":1,', -32700],
    ['a number', '7', -32600],
    ['null', 'null', -32600],
    ['an empty batch', '[]', -32600],
    ['no method', '{"jsonrpc":"2.0","id":null}', -32600],
    ['a method that is no text', '{"jsonrpc":"2.0","id":null,"method":7}', -32600],
    [
      'parameters by name',
      '{"jsonrpc":"2.0","id":null,"method":"system_chain","params":{}}',
      -32600,
    ],
  ]
  it.each(cases)('gets an error without an id: %s', async (_why, frame, code) => {
    const rpc = await rpcOverSocket(url)
    rpc.raw(frame)
    const reply = await rpc.seen<Reply>((got) => isReply(got) && got.id === null)
    expect(reply.error?.code).toBe(code)
    expect(await rpc.result('system_chain')).toBe('Bittensor')
    rpc.close()
  })
})

describe('a request that cannot be served', () => {
  const cases: [method: string, params: unknown[], code: number][] = [
    ['no_such_method', [], -32601],
    ['constructor', [], -32601],
    ['__proto__', [], -32601],
    ['chain_getHeader', ['0x12'], -32602],
    ['chain_getHeader', [7], -32602],
    ['chain_getHeader', [null, null], -32602],
    ['chain_getBlockHash', ['x'], -32602],
    ['state_getStorage', [], -32602],
    ['state_getStorage', ['0xzz'], -32602],
    ['state_getStorage', ['0x00', `0x${'11'.repeat(32)}`], 4003],
    ['state_getKeysPaged', ['0x', 1001], 4002],
    ['state_call', ['Nothing_at_all', '0x'], 4003],
    ['system_accountNextIndex', ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ'], -32602],
    ['author_submitExtrinsic', ['0x'], 1001],
    ['author_submitExtrinsic', ['0x2804'], 1001],
    ['author_submitExtrinsic', [`0x${'00'.repeat(100)}`], 1001],
    ['author_submitAndWatchExtrinsic', ['0x1234'], 1001],
    ['dev_advance', [0], -32602],
    ['dev_advance', [-1], -32602],
    ['chainHead_v1_header', ['x', `0x${'00'.repeat(32)}`], -32801],
  ]
  it.each(cases)('%s %j', async (method, params, code) => {
    const rpc = await rpcOverSocket(url)
    const reply = await rpc.request(method, params)
    expect(reply.result).toBeUndefined()
    expect(reply.error).toMatchObject({ code, message: expect.any(String) })
    expect(await rpc.result('system_health')).toMatchObject({ peers: 0 })
    rpc.close()
  })

  it('answers with the id that came, in its type', async () => {
    const rpc = await rpcOverSocket(url)
    rpc.raw('{"jsonrpc":"2.0","id":42,"method":"system_name"}')
    rpc.raw('{"jsonrpc":"2.0","id":"aB12","method":"nothing","params":[]}')
    const number = await rpc.seen<Reply>((got) => isReply(got) && got.id === 42)
    expect(number.result).toBe('Subtensor Node')
    const text = await rpc.seen<Reply>((got) => isReply(got) && got.id === 'aB12')
    expect(text.error?.code).toBe(-32601)
    rpc.close()
  })

  it('answers an array with an array and leaves notifications out', async () => {
    const rpc = await rpcOverSocket(url)
    rpc.raw(
      JSON.stringify([
        { jsonrpc: '2.0', id: 1, method: 'system_chain' },
        { jsonrpc: '2.0', method: 'system_chain' },
        { jsonrpc: '2.0', id: 2, method: 'nope' },
        5,
      ]),
    )
    const replies = await rpc.seen<Reply[]>((got) => Array.isArray(got))
    expect(replies.map(({ id }) => id)).toEqual([1, 2, null])
    rpc.close()
  })
})

describe('the transport', () => {
  it('survives bytes that are no WebSocket frame and sockets that vanish', async () => {
    const rpc = await rpcOverSocket(url)
    await rpc.result('chain_subscribeNewHeads')
    const raw = connect(port, '127.0.0.1')
    await new Promise((done) => raw.once('connect', done))
    raw.write('\u0000\u0001nonsense\r\n\r\n')
    raw.destroy()
    rpc.socket.terminate()
    await chain.advance(1)
    const again = await rpcOverSocket(url)
    expect(await again.result('chain_getBlockHash', 0)).toMatch(/^0x[0-9a-f]{64}$/)
    again.close()
  })

  it('serves HTTP on the same port, without subscriptions', async () => {
    const ask = async (body: string) => {
      const response = await fetch(url.replace('ws:', 'http:'), { method: 'POST', body })
      return { status: response.status, body: await response.text() }
    }
    const health = await ask('{"jsonrpc":"2.0","id":1,"method":"system_health"}')
    expect(JSON.parse(health.body)).toMatchObject({ id: 1, result: { isSyncing: false } })
    const refused = await ask('{"jsonrpc":"2.0","id":1,"method":"chain_subscribeNewHeads"}')
    expect(JSON.parse(refused.body).error.code).toBe(-32601)
    expect((await fetch(url.replace('ws:', 'http:'))).status).toBe(405)
  })
})
