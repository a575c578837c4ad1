export { Database } from './database';
export * from './database.module';
export * from './embedded/embedded-postgres';
export * from './sql-state';
export * from './tx';
