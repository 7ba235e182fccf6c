/**
 * Stakes of a coldkey, as the chain reports them.
 *
 * @module
 */
import type { View } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'

/** Alpha of one coldkey behind one hotkey on one subnet. */
export interface Position {
  /** Address. */
  readonly hotkey: string
  readonly netuid: number
  readonly stake: bigint
  /** Dividends of the last epoch that the hotkey's stakers got together. */
  readonly emission: bigint
  /** Whether the hotkey has a uid there. */
  readonly isRegistered: boolean
}

/** All positions with something in them. */
export async function readPositions(view: View, coldkey: AccountId): Promise<Position[]> {
  const all = await view.api<Position[]>('StakeInfoRuntimeApi.get_stake_info_for_coldkey', coldkey)
  return all.filter(({ stake }) => stake > 0n)
}
