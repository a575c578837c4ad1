export * from './event';
export { Events, type EventListener, type EventInterest as Interest } from './events';
export * from './events.module';
export { SweepOutbox } from './sweep-outbox';
