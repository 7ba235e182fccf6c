/**
 * Reading and writing key files: owner-only, all or nothing, and never over another key by accident.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import { type FileHandle, link, open, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makeFolder } from '../primitives/make-folder.ts'
import { KeyfileAccessError, KeyfileMissingError, WalletExistsError } from './errors.ts'

/** A key file is well under 2 KiB; more is something else. */
const SIZE_MAX = 64 * 1024

const OWNER_ONLY = 0o600

/** Texts for the failures that people meet; others show the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
  ELOOP: 'its symbolic links go in circles',
}

/**
 * The bytes of a key file.
 *
 * @throws KeyfileMissingError, KeyfileAccessError
 */
export async function readKeyfile(path: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, 'r')
    const facts = await handle.stat()
    // Reading a pipe or device would hang or never end.
    if (!facts.isFile()) throw accessError('read', path, 'it is not a regular file')
    if (facts.size > SIZE_MAX) throw accessError('read', path, 'it is too large for a key file')
    return new Uint8Array(await handle.readFile())
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new KeyfileMissingError(path, { cause: error })
    throw asAccessError('read', path, error)
  } finally {
    await handle?.close()
  }
}

/** Whether a key file can be written where none may be lost. */
export interface WriteOptions {
  /** Replaces what is there. Without it an existing file is an error, and stays untouched. */
  readonly overwrite?: boolean
}

/**
 * Writes a key file with mode 0600 by way of a temporary file, so that a crash leaves the old
 * content or the new one, never half of it. Missing directories are made.
 *
 * @throws WalletExistsError   a file is there and `overwrite` is not set
 * @throws KeyfileAccessError  the system refuses
 */
export async function writeKeyfile(
  path: string,
  content: Uint8Array,
  { overwrite = false }: WriteOptions = {},
): Promise<void> {
  try {
    makeFolder(dirname(path))
    const target = overwrite ? await resolveLinks(path) : path
    const temporary = join(
      dirname(target),
      `.${basename(target)}.${randomBytes(6).toString('hex')}`,
    )
    try {
      await writeDurably(temporary, content)
      if (overwrite) await rename(temporary, target)
      else await moveIfFree(temporary, target)
    } finally {
      await rm(temporary, { force: true })
    }
    await syncDirectory(dirname(target))
  } catch (error) {
    throw asAccessError('write', path, error)
  }
}

/** Puts the file in place unless the name is taken; the system decides, so two writers cannot win. */
async function moveIfFree(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new WalletExistsError(target, { cause: error })
    if (!NO_HARD_LINKS.has(errorCode(error) ?? '')) throw error
    await claimThenRename(temporary, target)
  }
}

/** How file systems without hard links answer. */
const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Reserves the name with an empty file, which the rename then replaces. */
async function claimThenRename(temporary: string, target: string): Promise<void> {
  try {
    await (await open(target, 'wx', OWNER_ONLY)).close()
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new WalletExistsError(target, { cause: error })
    throw error
  }
  await rename(temporary, target)
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', OWNER_ONLY)
  try {
    // The umask may have taken bits away from the owner.
    await handle.chmod(OWNER_ONLY)
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename is on disk only once its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some file systems cannot sync directories; the content itself is safe by then.
    if (errorCode(error) !== 'EINVAL' && errorCode(error) !== 'EPERM') throw error
  } finally {
    await handle.close()
  }
}

/** Overwriting goes through a symbolic link, as a plain write would, instead of replacing it. */
async function resolveLinks(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return path
    throw error
  }
}

/** The code of a system error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function asAccessError(access: 'read' | 'write', path: string, error: unknown): unknown {
  const code = errorCode(error)
  // Our own errors carry codes too, but not the system's short upper-case ones with a syscall.
  if (code === undefined || !(error instanceof Error) || !('syscall' in error)) return error
  return new KeyfileAccessError(access, { path, why: REASONS[code] ?? code, cause: error })
}

function accessError(access: 'read' | 'write', path: string, why: string): KeyfileAccessError {
  return new KeyfileAccessError(access, { path, why })
}
