/**
 * Errors of Sudo, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 12, name: 'Sudo' },
  {
    RequireSudo: 'Only the sudo key may do this. Sign with it.',
  },
)
