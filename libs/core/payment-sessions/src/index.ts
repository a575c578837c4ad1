export * from './abandon/cancel-open-sessions';
export * from './update/chosen-manual-session';
export { completedAt } from './complete/collection-completion';
export {
  collectionInFullFrom,
  type CollectionInFull,
  type CollectionInFullRow,
} from './collection-in-full.row';
export { collectionsInFull } from './collection-in-full.statement';
export * from './complete/complete-payment-session';
export * from './create/create-payment-session';
export { GatewayOutcomes } from './complete/gateway-outcomes';
export { savedProfileIn } from './create/find-named-card';
export { GatewaySessionsReader } from './gateway-sessions.reader';
export * from './create/initiate-collection';
export * from './mark-paid/mark-collection-paid';
export * from './payment-session';
export { createdCollectionFrom, createdDetailsFrom } from './payment-session.row';
export * from './payment-session.states';
export * from './payment-sessions.errors';
export * from './payment-sessions.module';
export * from './payment-sessions.reader';
export * from './payments-in-collections.reader';
export * from './replace/replace-payment-session';
export { SessionLocks, type LockedSession, type SessionPlace } from './session-locks';
export { SessionSettlement } from './complete/session-settlement';
export * from './complete/take-payment';
export * from './update/update-payment-session';
export { withoutSecrets } from './without-secrets';
