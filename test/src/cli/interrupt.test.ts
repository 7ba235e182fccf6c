/** Goal: Ctrl-C closes what is open, then exits 130. Method: signals to this process, its exit replaced. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Interrupt from '../../../src/cli/interrupt.ts'

const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)

let interrupt: typeof Interrupt
const before = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') }

beforeAll(() => {
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
})

beforeEach(async () => {
  exit.mockClear()
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  vi.resetModules()
  interrupt = await import('../../../src/cli/interrupt.ts')
  interrupt.watchInterrupts()
})

afterAll(() => {
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  for (const listener of before.SIGINT) process.on('SIGINT', listener)
  for (const listener of before.SIGTERM) process.on('SIGTERM', listener)
  process.exitCode = undefined
  exit.mockRestore()
})

describe('watchInterrupts', () => {
  it('closes what is open, latest first, and exits 130', async () => {
    const closed: string[] = []
    interrupt.onInterrupt(() => void closed.push('database'))
    interrupt.onInterrupt(async () => void closed.push('server'))
    interrupt.onInterrupt(() => void closed.push('forgotten'))()
    process.emit('SIGINT')
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(130))
    expect(closed).toEqual(['server', 'database'])
  })

  it('does not wait on the second Ctrl-C', () => {
    interrupt.onInterrupt(() => new Promise(() => {}))
    process.emit('SIGINT')
    expect(exit).not.toHaveBeenCalled()
    process.emit('SIGINT')
    expect(exit).toHaveBeenCalledWith(130)
  })

  it('exits 143 on SIGTERM, a failing close notwithstanding', async () => {
    interrupt.onInterrupt(async () => {
      throw new Error('will not close')
    })
    process.emit('SIGTERM')
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(143))
  })
})
