/**
 * What an epoch leaves: shares as u16, emission in rao.
 *
 * Source: ../shared/spec/yuma.md sections 4.10 and 4.11.
 *
 * @module
 */
import { divide, inverse, shareOfRao, u16OfShare } from './arithmetic'
import { i64At, setU16, setU64 } from './cells'
import * as m from './memory'

/**
 * Emission of every neuron: incentive and dividends as shares of their common sum. The three are
 * floored apart.
 *
 * @param emission  rao of the mechanism
 */
export function shareEmission(emission: u64): void {
  const n = m.n
  let total: i64 = 0
  let active: i64 = 0
  for (let uid: u32 = 0; uid < n; uid++) {
    total += i64At(m.incentive, uid) + i64At(m.dividends, uid)
    active += i64At(m.activeStake, uid)
  }
  if (total == 0) {
    // Nobody earned anything: stake is paid, of inactive and unpermitted neurons only if need be.
    const source = active == 0 ? m.stake : m.activeStake
    for (let uid: u32 = 0; uid < n; uid++) {
      const rao = shareOfRao(i64At(source, uid), emission)
      setU64(m.serverEmission, uid, 0)
      setU64(m.validatorEmission, uid, rao)
      setU64(m.combinedEmission, uid, rao)
    }
    return
  }
  const inverted = inverse(total)
  for (let uid: u32 = 0; uid < n; uid++) {
    const server = i64At(m.incentive, uid)
    const validator = i64At(m.dividends, uid)
    const combined = server + validator
    setU64(m.serverEmission, uid, shareOfRao(divide(server, total, inverted), emission))
    setU64(m.validatorEmission, uid, shareOfRao(divide(validator, total, inverted), emission))
    setU64(m.combinedEmission, uid, shareOfRao(divide(combined, total, inverted), emission))
  }
}

export function writeShares(): void {
  for (let uid: u32 = 0; uid < m.n; uid++) {
    setU16(m.stakeWeight, uid, u16OfShare(i64At(m.stake, uid)))
    setU16(m.consensusOut, uid, u16OfShare(i64At(m.consensus, uid)))
    setU16(m.incentiveOut, uid, u16OfShare(i64At(m.incentive, uid)))
    setU16(m.dividendsOut, uid, u16OfShare(i64At(m.dividends, uid)))
    setU16(m.trustOut, uid, u16OfShare(i64At(m.trust, uid)))
  }
}
