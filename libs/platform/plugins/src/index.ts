export * from './load-plugins';
export * from './plugin-refused';
export * from './plugins.module';
export * from './replacements';
export * from './use-plugins';
