export * from './complete-payment-session';
export * from './create-payment-session';
export * from './initiate-collection';
export * from './payment-session';
export {
  createdCollectionFrom,
  sessionDetailsFrom,
  type CreatedSnapshot,
  type SessionSnapshot,
} from './payment-session.row';
export * from './payment-session.states';
export * from './payment-sessions.errors';
export * from './payment-sessions.module';
export * from './payment-sessions.reader';
export * from './replace-payment-session';
export { SessionSettlement } from './session-settlement';
export * from './update-payment-session';
