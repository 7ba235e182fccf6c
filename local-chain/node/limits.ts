/**
 * Every bound of the node, with the reason for the number.
 *
 * @module
 */

/** Substrate's default for one request and one response, in MiB and bytes. */
export const PAYLOAD_BYTES_MAX = 15 * 1024 * 1024
/** Substrate's default per connection. */
export const SUBSCRIPTIONS_MAX = 1024
/** Enough for a shell full of tools; each holds a socket and its queues. */
export const CONNECTIONS_MAX = 256
/** Requests in one JSON-RPC array. Clients pipeline single frames; arrays are rare. */
export const BATCH_MAX = 256
/** Keys in one page, substrate's bound. */
export const KEYS_PAGE_MAX = 1000
/** Keys that one query may ask for. polkadot.js sends 250, the Python client some hundred. */
export const QUERY_KEYS_MAX = 10_000
/** Bytes waiting on a slow socket before it is closed: a reader that far behind is gone. */
export const SEND_QUEUE_BYTES_MAX = 64 * 1024 * 1024
/** Substrate pings this often; papi gives up on a socket that is silent for 40 s. */
export const PING_INTERVAL_MS = 30_000
/** Transactions in the pool, ready and future together; substrate's default for ready is 8192. */
export const POOL_MAX = 8192
/** Transactions that wait for another one; substrate's default for them is an eighth of the rest. */
export const POOL_FUTURE_MAX = 1024
/** Blocks that one request may have made. A year of blocks would still answer. */
export const ADVANCE_MAX = 2_700_000
/** Blocks written to the store in one transaction when many are made at once. */
export const COMMIT_BATCH_MAX = 128
/** Changes after which such a transaction ends early: what waits to be written is still in memory. */
export const COMMIT_CHANGES_MAX = 16_384
/** Follow subscriptions of one connection, from the JSON-RPC spec's lower bound. */
export const FOLLOW_MAX = 4
/** Blocks that one follow subscription may hold. */
export const PINNED_MAX = 512
/** Operations that one follow subscription may run at once. */
export const OPERATIONS_MAX = 16
/** Contexts kept open over past blocks, for runtime calls on old state. */
export const PAST_CONTEXTS_MAX = 4
/** Decoded entries the author keeps in memory, some 300 bytes each; more, and it reads anew. */
export const STATE_ENTRIES_MAX = 2_000_000
