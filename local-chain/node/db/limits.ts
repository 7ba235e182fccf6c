/**
 * Sizes and bounds of the chain database, with the reason for each number.
 *
 * @module
 */

/** Layout of the stored tables. Raise it when an older program could misread newer data. */
export const DATA_FORMAT_VERSION = '1'

/**
 * Blocks per history segment. Longer segments write fewer versioned rows, shorter ones keep the
 * index of one segment small: 256 blocks of 2,000 changes are 4 MiB of index.
 */
export const SEGMENT_BLOCKS = 256

/** A segment offset must fit beside a 32-bit key id in a double without rounding. */
export const SEGMENT_BLOCKS_MAX = 1 << 20

/** Longest raw storage key: lmdb pages of 4 KiB allow one byte more, which ranges need. */
export const KEY_SIZE_MAX = 1977

/** All values of one block together: offsets are 31 bits wide. */
export const DIFF_SIZE_MAX = 0x7fff_ffff

/** Pairs that can be sorted into an index while one more diff is searched (80 ns, 300 ns). */
export const PAIRS_PER_STEP = 4

/** Segment indexes kept in memory: the newest segment and a few that clients look back into. */
export const INDEX_CACHE_COUNT = 6

/** Decoded block diffs kept in memory; a busy segment (256 x 50 KiB) fits. */
export const DIFF_CACHE_BYTES = 32 * 1024 * 1024

/** Key entries of one cache generation; two generations live, about 300 bytes an entry. */
export const ENTRY_CACHE_COUNT = 100_000

/** Value bytes of one cache generation, so that few huge values cannot fill the memory. */
export const ENTRY_CACHE_BYTES = 32 * 1024 * 1024

/** Keys fetched per page while iterating, so that no cursor stays open between two steps. */
export const KEY_PAGE = 256

/** Segments dropped by one commit: switching pruning on must not stall the next block. */
export const PRUNE_SEGMENTS_MAX = 4
