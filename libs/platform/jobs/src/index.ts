export { Turns } from './turns';
export { Worker } from './worker';
