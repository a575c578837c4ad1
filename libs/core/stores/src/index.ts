export * from './create-store';
export { REGION_ORDER, type RegionFilters, type RegionSort } from './region-list';
export * from './store';
export * from './stores.errors';
export * from './stores.module';
export * from './stores.reader';
