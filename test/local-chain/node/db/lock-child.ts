/**
 * Child of the lock tests. `hold <dir> [endpoint]` takes the directory and stays; `count <dir>
 * <file> <times>` takes it again and again and adds one to the number in the file.
 *
 * @module
 */
import { readFileSync, writeFileSync, writeSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { acquireDataDir } from '../../../../local-chain/node/db/data-dir-lock.ts'

const [mode, dir = '', argument, times] = process.argv.slice(2)

if (mode === 'hold') {
  const lock = await acquireDataDir(dir, { waitMs: 10_000 })
  if (argument !== undefined) lock.setEndpoint(argument)
  writeSync(1, 'held\n')
  setInterval(() => {}, 60_000)
} else {
  for (let i = 0; i < Number(times); i++) {
    const lock = await acquireDataDir(dir, { waitMs: 30_000 })
    const count = Number(readFileSync(argument ?? '', 'utf8'))
    // Room for anybody else who wrongly got in.
    await turn()
    writeFileSync(argument ?? '', String(count + 1))
    lock.release()
  }
}
