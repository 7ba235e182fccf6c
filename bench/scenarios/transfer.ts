/**
 * A signed transfer from its submission to the notice that a block holds it, in instant mode.
 *
 * @module
 */

import { ScaleWriter } from '../../local-chain/frame/scale/writer.ts'
import { createChain } from '../../local-chain/index.ts'
import { devAccounts } from '../../local-chain/runtime/genesis/dev-accounts.ts'
import { bytesToHex, hexToBytes } from '../../src/primitives/hex.ts'
import { signedExtrinsic, sr25519Signer } from '../../test/support/extrinsics.ts'
import type { Scenario } from '../figures.ts'
import { median, timed } from '../measure.ts'
import { openSocket } from '../socket.ts'

const AIM_MS = 20
const ROUNDS = 41

export const transfer: Scenario = {
  name: 'transfer',
  async measure() {
    const chain = await createChain()
    const { url } = await chain.serve({ host: '127.0.0.1', port: 0 })
    const socket = await openSocket(url)
    let included: () => void = () => {}
    socket.onNotice((status) => {
      if (typeof status === 'object' && status !== null && 'inBlock' in status) included()
    })
    const signer = sr25519Signer('//Alice')
    const times: number[] = []
    for (let nonce = 0; nonce <= ROUNDS; nonce++) {
      const { genesisHash } = chain
      const bytes = signedExtrinsic({ signer, call: transferToBob(), genesisHash, nonce })
      const ms = await timed(async () => {
        const seen = new Promise<void>((done) => {
          included = done
        })
        await socket.request('author_submitAndWatchExtrinsic', [`0x${bytesToHex(bytes)}`])
        await seen
      })
      if (nonce > 0) times.push(ms)
    }
    socket.close()
    await chain.close()
    return [
      { what: 'transfer, submit to in block', median: median(times), unit: 'ms', aim: AIM_MS },
    ]
  },
}

/** `Balances.transfer_keep_alive(Bob, 1 TAO)`. */
function transferToBob(): Uint8Array {
  const w = new ScaleWriter(64)
  for (const byte of [5, 3, 0]) w.u8(byte)
  w.raw(hexToBytes(devAccounts.Bob))
  w.compactBig(1_000_000_000n)
  return w.finish()
}
