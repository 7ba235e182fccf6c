/**
 * Calls of Proxy.
 *
 * @module
 */
import { addProxy } from './add-proxy.ts'
import { announce } from './announce.ts'
import { createPure } from './create-pure.ts'
import { killPure } from './kill-pure.ts'
import { pokeDeposit } from './poke-deposit.ts'
import { proxy } from './proxy.ts'
import { proxyAnnounced } from './proxy-announced.ts'
import { rejectAnnouncement } from './reject-announcement.ts'
import { removeAnnouncement } from './remove-announcement.ts'
import { removeProxies } from './remove-proxies.ts'
import { removeProxy } from './remove-proxy.ts'
import { setRealPaysFee } from './set-real-pays-fee.ts'

export const calls = {
  proxy,
  addProxy,
  removeProxy,
  removeProxies,
  createPure,
  killPure,
  announce,
  removeAnnouncement,
  rejectAnnouncement,
  proxyAnnounced,
  pokeDeposit,
  setRealPaysFee,
}
