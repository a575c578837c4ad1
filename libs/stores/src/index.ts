export * from './open-store';
export * from './store';
export * from './stores.errors';
export * from './stores.module';
export * from './stores.reader';
