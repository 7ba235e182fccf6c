/**
 * Calls of SubtensorModule: endpoints of neurons.
 *
 * @module
 */
import { serveAxonCall } from './serve-axon.ts'
import { serveAxonTls } from './serve-axon-tls.ts'
import { servePrometheusCall } from './serve-prometheus.ts'

export const calls = {
  serveAxon: serveAxonCall,
  serveAxonTls,
  servePrometheus: servePrometheusCall,
}
