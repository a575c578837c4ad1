export { HandleEvents } from './handle-events';
export * from './receive-event';
export { ResolveOperations } from './resolve-operations';
export { SweepEvents } from './sweep-events';
export * from './webhook-event';
export * from './webhooks.module';
export * from './out';
