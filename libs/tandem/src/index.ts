export * from './core-options';
export * from './core.module';
export * from './demo-store';
