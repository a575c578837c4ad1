/**
 * The order of the libs, top first, as folders under libs/: a lib imports only libs of later lines. The import check, the
 * linter, the size check and the drawing in docs/architecture.md use this list.
 */
const LAYERS = [
  ['server'],
  ['dialects/spree', 'dialects/medusa'],
  ['core/reconciliation', 'core/webhooks'],
  ['core/gateway-events'],
  ['core/checkout'],
  ['core/payment-sessions'],
  ['core/payments'],
  ['core/payment-collections'],
  ['core/customer-vault'],
  ['core/provider-operations'],
  ['core/payment-methods'],
  ['core/store-credits'],
  ['core/orders'],
  ['core/catalog'],
  ['core/stores'],
  ['core/payment-providers'],
  ['core/customers', 'core/staff'],
  ['core/logins'],
  ['platform/idempotency'],
  ['platform/auth'],
  ['platform/rate-limits'],
  ['platform/http'],
  ['platform/outbox'],
  ['platform/context'],
  ['platform/database', 'platform/config', 'platform/plugins'],
  ['platform/files', 'platform/ids', 'platform/jobs', 'platform/money', 'platform/objects'],
  ['provider-kit'],
];

const STOREYS = ['dialects', 'core', 'platform'];

/** Folders under libs/ of the storey's libs. */
const libsOf = (storey) => LAYERS.flat().filter((lib) => lib.startsWith(`${storey}/`));

module.exports = { LAYERS, STOREYS, libsOf };
