/**
 * Goal: each type of proxy reaches the calls of its kind and no other. Method: calls by name, against the
 * rules of `../shared/spec/subnets.md` 16.
 */
import { describe, expect, it } from 'vitest'
import { includes, mayCall } from '../../../../../local-chain/runtime/pallets/proxy/filter.ts'
import type { ProxyType } from '../../../../../local-chain/runtime/pallets/proxy/types.ts'
import { spy } from './spy-call.ts'

describe('what a type may call', () => {
  const may = (type: ProxyType, name: string, args: Record<string, unknown> = {}) => {
    const [pallet, method] = name.split('.') as [string, string]
    return mayCall(type, spy(pallet, method, args).value)
  }

  it.each<readonly [ProxyType, string, boolean]>([
    ['Any', 'Sudo.sudo', true],
    ['Owner', 'AdminUtils.sudo_set_tempo', true],
    ['Owner', 'AdminUtils.sudo_set_sn_owner_hotkey', false],
    ['Owner', 'SubtensorModule.update_symbol', true],
    ['Owner', 'SubtensorModule.add_stake', false],
    ['NonCritical', 'Balances.transfer_all', true],
    ['NonCritical', 'Sudo.sudo', false],
    ['NonCritical', 'SubtensorModule.dissolve_network', false],
    ['NonCritical', 'SubtensorModule.register', true],
    ['NonTransfer', 'Balances.transfer_all', false],
    ['NonTransfer', 'SubtensorModule.transfer_stake', false],
    ['NonTransfer', 'SubtensorModule.dispute_coldkey_swap', false],
    ['NonTransfer', 'Utility.batch', true],
    ['NonFungible', 'SubtensorModule.add_stake_burn', true],
    ['NonFungible', 'SubtensorModule.swap_hotkey', false],
    ['Senate', 'System.remark', false],
    ['Triumvirate', 'System.remark', false],
    ['Governance', 'System.remark', false],
    ['RootWeights', 'SubtensorModule.set_weights', false],
    ['Staking', 'SubtensorModule.set_root_claim_type', true],
    ['Staking', 'SubtensorModule.transfer_stake', false],
    ['Registration', 'SubtensorModule.register_limit', true],
    ['Registration', 'SubtensorModule.root_register', false],
    ['Transfer', 'Balances.transfer_all', true],
    ['Transfer', 'Balances.burn', false],
    ['ChildKeys', 'SubtensorModule.set_childkey_take', true],
    ['SwapHotkey', 'SubtensorModule.swap_hotkey_v2', true],
    ['SubnetLeaseBeneficiary', 'AdminUtils.sudo_set_kappa', true],
    ['SubnetLeaseBeneficiary', 'AdminUtils.sudo_set_tempo', false],
    ['SubnetLeaseBeneficiary', 'SubtensorModule.start_call', true],
    ['RootClaim', 'SubtensorModule.claim_root', true],
    ['RootClaim', 'SubtensorModule.set_root_claim_type', false],
    ['NonTransfer', 'Proxy.remove_proxies', false],
    ['NonTransfer', 'Proxy.kill_pure', false],
    ['Any', 'Proxy.kill_pure', true],
  ])('%s, %s: %s', (type, name, allowed) => {
    expect(may(type, name)).toBe(allowed)
  })

  it('SmallTransfer moves less than half a TAO or alpha', () => {
    const half = 500_000_000n
    const moves: readonly (readonly [string, string])[] = [
      ['Balances.transfer_keep_alive', 'value'],
      ['Balances.transfer_allow_death', 'value'],
      ['SubtensorModule.transfer_stake', 'alphaAmount'],
    ]
    for (const [name, field] of moves) {
      expect(may('SmallTransfer', name, { [field]: half - 1n })).toBe(true)
      expect(may('SmallTransfer', name, { [field]: half })).toBe(false)
    }
    expect(may('SmallTransfer', 'Balances.transfer_all')).toBe(false)
  })

  it('SudoUncheckedSetCode replaces code and does nothing else', () => {
    const unchecked = (pallet: string, name: string) =>
      may('SudoUncheckedSetCode', 'Sudo.sudo_unchecked_weight', { call: spy(pallet, name).value })
    expect(unchecked('System', 'set_code')).toBe(true)
    expect(unchecked('System', 'remark')).toBe(false)
    expect(may('SudoUncheckedSetCode', 'Sudo.sudo')).toBe(false)
  })

  it.each<readonly [ProxyType, ProxyType, boolean]>([
    ['Any', 'Any', true],
    ['Any', 'Transfer', true],
    ['NonTransfer', 'Any', false],
    ['NonTransfer', 'Staking', true],
    ['NonTransfer', 'Transfer', false],
    ['NonTransfer', 'SmallTransfer', false],
    ['Transfer', 'SmallTransfer', true],
    ['SmallTransfer', 'Transfer', false],
    ['NonCritical', 'Staking', false],
    ['Staking', 'Staking', true],
  ])('%s may hand out %s: %s', (wide, narrow, allowed) => {
    expect(includes(wide, narrow)).toBe(allowed)
    if (!allowed) expect(may(wide, 'Proxy.add_proxy', { proxyType: narrow })).toBe(false)
  })
})
