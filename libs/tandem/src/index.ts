export * from './core-options';
export * from './core.module';
export * from './demo-store';
export * from './prepare-app';
export * from './tandem.module';
