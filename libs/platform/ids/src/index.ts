export * from './ids';
export * from './random-text';
