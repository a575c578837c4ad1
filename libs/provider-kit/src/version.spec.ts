import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIT_VERSION } from './version';

const versionIn = (path: string): unknown =>
  (JSON.parse(readFileSync(join(__dirname, path), 'utf8')) as { version: unknown }).version;

it('is the version of the package and of the server: a plugin names one range for both', () => {
  expect([versionIn('../package.json'), versionIn('../../../package.json')]).toEqual([
    KIT_VERSION,
    KIT_VERSION,
  ]);
});
