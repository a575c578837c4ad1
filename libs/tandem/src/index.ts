export * from './core-options';
export * from './core.module';
export * from './demo-store';
export * from './naming-setting';
export * from './prepare-app';
export * from './shutdown';
export * from './stop-serving';
export * from './tandem.module';
