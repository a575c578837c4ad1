import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIT_VERSION } from './version';

const versionIn = (path: string): unknown =>
  (JSON.parse(readFileSync(join(__dirname, path), 'utf8')) as { version: unknown }).version;

it('matches the package’s and the server’s version, so that a plugin declares one range for both', () => {
  expect([versionIn('../package.json'), versionIn('../../../package.json')]).toEqual([
    KIT_VERSION,
    KIT_VERSION,
  ]);
});
