export { Database } from './database';
export * from './database.module';
export * from './embedded/embedded-postgres';
export * from './read-page';
export * from './retry-transient';
export * from './sortable';
export * from './sql-state';
export * from './tx';
