export { KeyedQueue as Turns } from './keyed-queue';
export { Worker } from './worker';
