/**
 * Opens the local chain with this program's errors.
 *
 * @module
 */
import {
  type BlockMode,
  ChainDbError,
  DataDirBusyError,
  DataVersionError,
  deleteChain,
  type EmbeddedChain,
  ListenError,
  openChain,
  type ProfileName,
} from '../../local-chain/index.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'

export type { BlockMode, EmbeddedChain, ProfileName }

export interface LocalChainOptions {
  readonly dataDir: string
  readonly mode?: BlockMode
  readonly profile?: ProfileName
  readonly devMethods?: boolean
  readonly onBug?: (error: unknown) => void
}

/** @throws TaoError DATA_DIR_BUSY, DATA_VERSION, DATA_UNREADABLE */
export async function openLocalChain(options: LocalChainOptions): Promise<EmbeddedChain> {
  return told(options.dataDir, () => openChain(options))
}

/** Deletes the chain and leaves the folder. @throws TaoError DATA_DIR_BUSY */
export async function deleteLocalChain(dataDir: string): Promise<void> {
  return told(dataDir, () => deleteChain(dataDir))
}

/** Opens a port of the chain. @throws TaoError PORT_IN_USE, CANNOT_LISTEN */
export async function listen(
  chain: EmbeddedChain,
  where: { host: string; port: number },
): Promise<{ url: string; port: number }> {
  try {
    return await chain.serve(where)
  } catch (error) {
    throw error instanceof ListenError ? listenRefusal(error) : error
  }
}

function listenRefusal(error: ListenError): TaoError {
  const { host, port } = error
  const isInUse = error.code === 'EADDRINUSE'
  return new TaoError(
    isInUse ? 'PORT_IN_USE' : 'CANNOT_LISTEN',
    isInUse
      ? `another program listens on ${host}:${port}`
      : `cannot listen on ${host}:${port}: ${error.code}`,
    {
      exitCode: ExitCode.local,
      suggestions: isInUse ? ['--port 0 takes any free port'] : ['--host 127.0.0.1 --port 9944'],
      data: { host, port, reason: error.code },
      cause: error,
    },
  )
}

async function told<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toTaoError(error, dataDir)
  }
}

function toTaoError(error: unknown, dataDir: string): unknown {
  if (error instanceof DataDirBusyError) {
    const { pid, endpoint } = error.holder
    return new TaoError('DATA_DIR_BUSY', error.message, {
      exitCode: ExitCode.local,
      suggestions: endpoint
        ? [`--network ${endpoint} uses that node`, `end process ${pid} first`]
        : [`wait for process ${pid} to end`, '--data-dir DIR uses another chain'],
      data: { dataDir, pid, ...(endpoint === undefined ? {} : { endpoint }) },
      cause: error,
    })
  }
  if (error instanceof DataVersionError) {
    return new TaoError('DATA_VERSION', error.message, {
      exitCode: ExitCode.local,
      suggestions: ['tao chain reset starts over', '--data-dir DIR keeps the old chain'],
      data: { dataDir, found: error.found, expected: error.expected },
      cause: error,
    })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (error instanceof ChainDbError || (code !== undefined && FILE_TROUBLE.has(code))) {
    const why = error instanceof Error ? error.message : String(error)
    return new TaoError('DATA_UNREADABLE', `cannot use the chain in ${dataDir}: ${why}`, {
      exitCode: ExitCode.local,
      // Deleting helps where the content is broken, not where the system refuses the folder.
      suggestions: [
        ...(error instanceof ChainDbError ? ['tao chain reset starts over'] : []),
        '--data-dir DIR uses another folder',
      ],
      data: { dataDir },
      cause: error,
    })
  }
  return error
}

const FILE_TROUBLE = new Set([
  'EACCES',
  'EPERM',
  'ENOSPC',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOENT',
])
