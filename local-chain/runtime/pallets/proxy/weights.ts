/**
 * What the calls of Proxy cost by themselves, without the calls that they dispatch: always as for the
 * longest lists.
 *
 * Source: declared weights in `../shared/vectors/traces`.
 *
 * @module
 */
export const PROXY_WEIGHT = { refTime: 329_090_365n, proofSize: 4_994n }
export const PROXY_ANNOUNCED_WEIGHT = { refTime: 621_477_572n, proofSize: 14_455n }
/** Of the calls that change one proxy or all of them. */
export const ADD_PROXY_WEIGHT = { refTime: 152_388_644n, proofSize: 4_254n }
export const REMOVE_PROXY_WEIGHT = { refTime: 254_108_129n, proofSize: 4_254n }
export const REMOVE_PROXIES_WEIGHT = { refTime: 153_523_188n, proofSize: 4_254n }
export const CREATE_PURE_WEIGHT = { refTime: 153_256_636n, proofSize: 4_254n }
export const KILL_PURE_WEIGHT = { refTime: 152_489_367n, proofSize: 4_254n }
export const ANNOUNCE_WEIGHT = { refTime: 324_915_451n, proofSize: 8_615n }
export const REMOVE_ANNOUNCEMENT_WEIGHT = { refTime: 291_787_991n, proofSize: 8_615n }
export const REJECT_ANNOUNCEMENT_WEIGHT = { refTime: 291_722_977n, proofSize: 8_615n }
export const POKE_DEPOSIT_WEIGHT = { refTime: 421_757_000n, proofSize: 8_615n }
export const SET_REAL_PAYS_FEE_WEIGHT = { refTime: 140_115_911n, proofSize: 4_254n }
