export * from './account-holder';
export * from './account-holders.errors';
export * from './account-holders.module';
export * from './ensure-account-holder';
