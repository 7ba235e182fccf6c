/**
 * A chain inside this process: the node, the way to talk to it, and the lock on its data.
 *
 * @module
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepareHashes } from '../../src/primitives/hash.ts'
import { makeFolder } from '../../src/primitives/make-folder.ts'
import type { ProfileName } from '../frame/profile.ts'
import { prepareSignatures } from '../runtime/executive/extrinsics/signature.ts'
import { type GenesisSpec, localnetSpec } from '../runtime/genesis/spec.ts'
import type { EpochMode } from '../yuma/index.ts'
import type { BlockMode } from './clock.ts'
import { acquireDataDir, type DataDirLock } from './db/data-dir-lock.ts'
import { openLmdbDb } from './db/lmdb-db.ts'
import { openMemoryDb } from './db/memory-db.ts'
import type { BlockRef, ChainDb } from './db/types.ts'
import { LocalNode } from './local-node.ts'
import { Connection } from './rpc/connection.ts'
import { Dispatcher } from './rpc/dispatcher.ts'
import { allMethods } from './rpc/methods.ts'
import { type RpcServer, startRpcServer } from './rpc/server.ts'

export interface ChainOptions {
  /** `instant` unless given: a block for each transaction, none without. */
  readonly mode?: BlockMode
  /** Counts when the chain is made; later the data directory knows. `mainnet` unless given. */
  readonly profile?: ProfileName
  /** Accounts, sudo, authorities of a new chain; the public local network's unless given. */
  readonly genesis?: Partial<Omit<GenesisSpec, 'profile'>>
  /** What computes epochs: the compiled kernel unless given, the reference, or both with a comparison. */
  readonly epoch?: EpochMode
  /** Whether `engine_*` and `dev_*` methods are there; yes unless given. */
  readonly devMethods?: boolean
  /** Called with errors that are our own; the node goes on. */
  readonly onBug?: (error: unknown) => void
}

export interface OpenOptions extends ChainOptions {
  readonly dataDir: string
  /** How long to wait for another process to be done with the directory. */
  readonly waitMs?: number
}

/** JSON-RPC frames in and out, without a socket. */
export interface ChainConnection {
  send(frame: string): void
  onMessage(listener: (frame: string) => void): void
  close(): void
}

export interface EmbeddedChain {
  readonly best: BlockRef
  readonly profile: ProfileName
  readonly genesisHash: string
  connect(): ChainConnection
  /** Makes blocks now. */
  advance(count: number): Promise<BlockRef>
  onBlock(listener: (block: BlockRef, extrinsics: number) => void): () => void
  /** Opens a port; other processes of this data directory then connect to it. */
  serve(where: { host: string; port: number }): Promise<{ url: string; port: number }>
  /** Ends everything that was started. Calling it again does nothing. */
  close(): Promise<void>
}

/** A chain in memory, for tests. */
export async function createChain(options: ChainOptions = {}): Promise<EmbeddedChain> {
  await prepareHashes()
  return assemble(openMemoryDb(), undefined, options)
}

/**
 * The chain of a data directory, made when there is none.
 *
 * @throws DataDirBusyError  another process holds the directory
 * @throws DataVersionError  the directory is of another version of this program
 */
export async function openChain(options: OpenOptions): Promise<EmbeddedChain> {
  const { dataDir } = options
  makeFolder(dataDir)
  await prepareHashes()
  const lock = await acquireDataDir(dataDir, { waitMs: options.waitMs ?? 10_000 })
  try {
    return assemble(openLmdbDb(databaseDir(dataDir)), lock, options)
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Deletes the chain of a data directory.
 *
 * @throws DataDirBusyError  another process holds the directory
 */
export async function deleteChain(dataDir: string, waitMs = 10_000): Promise<void> {
  makeFolder(dataDir)
  const lock = await acquireDataDir(dataDir, { waitMs })
  try {
    rmSync(databaseDir(dataDir), { recursive: true, force: true })
  } finally {
    lock.release()
  }
}

const databaseDir = (dataDir: string) => join(dataDir, 'db')

const PROFILE = 'profile'

function assemble(
  db: ChainDb,
  lock: DataDirLock | undefined,
  options: ChainOptions,
): EmbeddedChain {
  const isNew = db.head === undefined
  const profile = (isNew ? options.profile : (db.meta(PROFILE) as ProfileName)) ?? 'mainnet'
  const onBug = options.onBug ?? (() => {})
  const node = new LocalNode({
    db,
    genesis: localnetSpec({ ...options.genesis, profile }),
    mode: options.mode ?? { type: 'instant' },
    ...(options.epoch === undefined ? {} : { epoch: options.epoch }),
    onBug,
  })
  if (isNew) db.setMeta({ [PROFILE]: profile })
  const methods = allMethods({ dev: options.devMethods ?? true })
  const dispatcher = new Dispatcher(node, methods, onBug)
  const connections = new Set<Connection>()
  let server: RpcServer | undefined
  let closing: Promise<void> | undefined

  return {
    profile,
    genesisHash: node.genesisHash,
    get best() {
      return node.best
    },
    connect() {
      let listener: (frame: string) => void = () => {}
      const push = (frame: string) => listener(frame)
      const connection = new Connection(push)
      connections.add(connection)
      return {
        send: (frame) => void dispatcher.handle(frame, connection, push),
        onMessage(next) {
          listener = next
        },
        close() {
          connections.delete(connection)
          connection.close()
        },
      }
    },
    advance: (count) => node.advance(count),
    onBlock: (listener) => node.onImport((block) => listener(block.ref, block.body.length)),
    async serve(where) {
      await prepareSignatures()
      server = await startRpcServer(dispatcher, where)
      lock?.setEndpoint(server.url)
      return server
    },
    close() {
      closing ??= (async () => {
        lock?.setEndpoint(undefined)
        await server?.close()
        for (const connection of connections) connection.close()
        await node.close()
        lock?.release()
      })()
      return closing
    },
  }
}
