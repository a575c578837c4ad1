import type { RawBody } from '@tandem/http';
import type { MethodEventInput } from '@tandem/gateway-events';
import { uuidOf } from '../../ids/spree-ids';

export function toMethodEvent(method: string, { headers, body }: RawBody): MethodEventInput {
  return { methodId: uuidOf('paymentMethod', method), headers, body };
}
