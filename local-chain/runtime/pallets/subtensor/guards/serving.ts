/**
 * CheckServingEndpoints: an endpoint that can be reached, of a registered hotkey, not too often.
 *
 * Source: ../shared/spec/subnets.md sections 0.1 and 9.
 *
 * @module
 */
import {
  type AxonArgs,
  ensureCanServeAxon,
  ensureCanServePrometheus,
  type PrometheusArgs,
} from '../neurons/serving.ts'
import type { Guard, GuardsByCall } from './guard.ts'

const checkAxon: Guard = (ctx, who, call) => {
  ensureCanServeAxon(ctx, who, call.args as AxonArgs)
}

export const servingGuards: GuardsByCall = {
  serve_axon: checkAxon,
  serve_axon_tls: checkAxon,
  serve_prometheus: (ctx, who, call) => {
    ensureCanServePrometheus(ctx, who, call.args as PrometheusArgs)
  },
}
