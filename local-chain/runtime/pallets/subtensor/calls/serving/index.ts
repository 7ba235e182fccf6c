/**
 * Calls of SubtensorModule: endpoints of neurons.
 *
 * @module
 */
import { associateEvmKey } from './associate-evm-key.ts'
import { serveAxonCall } from './serve-axon.ts'
import { serveAxonTls } from './serve-axon-tls.ts'
import { servePrometheusCall } from './serve-prometheus.ts'

export const calls = {
  serveAxon: serveAxonCall,
  serveAxonTls,
  servePrometheus: servePrometheusCall,
  associateEvmKey,
}
