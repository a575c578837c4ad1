import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings';

const SECRET = 'x'.repeat(32);
const NEXT = 'y'.repeat(32);
const OWN_DATABASE = { DATABASE_URL: 'postgres://h/d', JWT_SECRET: SECRET, ORDER_TOKEN_SECRET: SECRET };

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'tandem-secrets-'));
const of = (env: Record<string, string>): ReturnType<typeof readSettings> =>
  readSettings({ ...OWN_DATABASE, ...env });

const FILES = ['jwt_secret', 'order_token_secret'];
const VARIABLES = ['JWT_SECRET', 'ORDER_TOKEN_SECRET'];

describe('a secret in a file', () => {
  it('is created once, whole, readable only by its owner, and leaves no temporary file', () => {
    const dataDir = aFolder();
    const first = readSettings({ TANDEM_DATA_DIR: dataDir });
    expect(first.jwtSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(first.jwtSecret).not.toBe(first.orderTokenSecret);
    expect(readSettings({ TANDEM_DATA_DIR: dataDir }).jwtSecret).toBe(first.jwtSecret);
    expect(readdirSync(dataDir).sort()).toEqual(FILES);
    for (const file of FILES) expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
  });

  it('is trimmed', () => {
    const dataDir = aFolder();
    for (const file of FILES) writeFileSync(join(dataDir, file), `\n ${SECRET}\r\n`);
    expect(readSettings({ TANDEM_DATA_DIR: dataDir })).toMatchObject({
      jwtSecret: SECRET,
      orderTokenSecret: SECRET,
    });
  });

  const BROKEN: [string, (file: string) => void, RegExp][] = [
    ['empty', (file) => writeFileSync(file, ''), /_secret must have at least 32 characters, it has 0$/],
    ['blank', (file) => writeFileSync(file, ' \n'.repeat(40)), /must have at least 32 characters, it has 0$/],
    ['short', (file) => writeFileSync(file, 'x'.repeat(31)), /must have at least 32 characters, it has 31$/],
    ['a folder', (file) => mkdirSync(file), /_secret cannot be read \(EISDIR\)$/],
  ];
  it.each(FILES.flatMap((file) => BROKEN.map((broken) => [file, ...broken] as const)))(
    '%s that is %s stops the start and is not changed',
    (file, what, make, message) => {
      const dataDir = aFolder();
      make(join(dataDir, file));
      expect(() => readSettings({ TANDEM_DATA_DIR: dataDir })).toThrow(message);
      expect(() => readSettings({ TANDEM_DATA_DIR: dataDir })).toThrow(join(dataDir, file));
      if (what !== 'a folder')
        expect(readFileSync(join(dataDir, file), 'utf8').trim().length).toBeLessThan(32);
    },
  );

  // Root can read everything.
  (userInfo().uid === 0 ? it.skip : it)('that cannot be read stops the start', () => {
    const dataDir = aFolder();
    writeFileSync(join(dataDir, 'jwt_secret'), SECRET);
    chmodSync(join(dataDir, 'jwt_secret'), 0);
    expect(() => readSettings({ TANDEM_DATA_DIR: dataDir })).toThrow(/jwt_secret cannot be read \(EACCES\)/);
  });

  it('in a path that is not a folder stops the start and is named', () => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    expect(() => readSettings({ TANDEM_DATA_DIR: file })).toThrow(
      /^TANDEM_DATA_DIR: .*jwt_secret cannot be read \(ENOTDIR\)/,
    );
  });
});

describe('a secret in a variable', () => {
  it.each([
    ...VARIABLES.flatMap((name) => [
      [name, '', `${name} is required when DATABASE_URL is set`],
      [name, ' '.repeat(40), `${name} is required when DATABASE_URL is set`],
    ]),
    ...[...VARIABLES, 'TANDEM_SETTINGS_SECRET'].flatMap((name) => [
      [name, 'short', `${name} must have at least 32 characters, it has 5`],
      [name, ` ${'x'.repeat(31)} `, `${name} must have at least 32 characters, it has 31`],
      [`${name}_PREVIOUS`, '', /(_PREVIOUS must have at least 32 characters, it has 0|is useless without)/],
    ]),
    ['TANDEM_SETTINGS_SECRET', '', 'TANDEM_SETTINGS_SECRET must have at least 32 characters, it has 0'],
  ])('%s of "%s" stops the start', (name, value, message) => {
    expect(() => of({ [name as string]: value as string })).toThrow(message);
  });

  it('that is empty with an embedded database is an error too: none is generated instead', () => {
    const dataDir = aFolder();
    expect(() => readSettings({ TANDEM_DATA_DIR: dataDir, JWT_SECRET: '' })).toThrow(
      'JWT_SECRET must have at least 32 characters, it has 0',
    );
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is trimmed; signatures by the untrimmed secret of the first version are still accepted', () => {
    expect(of({ JWT_SECRET: `${SECRET}\n` })).toMatchObject({
      jwtSecret: SECRET,
      jwtSecretPrevious: `${SECRET}\n`,
    });
  });
});

describe('the previous secret', () => {
  it('is read for each secret, and null without one', () => {
    expect(of({})).toMatchObject({
      jwtSecretPrevious: null,
      orderTokenSecretPrevious: null,
      settingsSecretPrevious: null,
    });
    expect(of({ JWT_SECRET_PREVIOUS: ` ${NEXT},${NEXT}` }).jwtSecretPrevious).toBe(`${NEXT},${NEXT}`);
  });

  it.each([...VARIABLES, 'TANDEM_SETTINGS_SECRET'])(
    '%s_PREVIOUS equal to the current secret is refused',
    (name) => {
      const env = { [name]: SECRET, [`${name}_PREVIOUS`]: ` ${SECRET}\n` };
      expect(() => of(env)).toThrow(`${name}_PREVIOUS must differ from ${name}`);
    },
  );

  it('of the order tokens is used for the sealed settings too, unless they have their own', () => {
    const rotated = { ORDER_TOKEN_SECRET: NEXT, ORDER_TOKEN_SECRET_PREVIOUS: SECRET };
    expect(of(rotated)).toMatchObject({ settingsSecret: NEXT, settingsSecretPrevious: SECRET });
    const own = { ...rotated, TANDEM_SETTINGS_SECRET: 'z'.repeat(32) };
    expect(of(own)).toMatchObject({ settingsSecret: 'z'.repeat(32), settingsSecretPrevious: null });
    // From the order tokens' secret to a separate one.
    expect(of({ TANDEM_SETTINGS_SECRET: NEXT, TANDEM_SETTINGS_SECRET_PREVIOUS: SECRET })).toMatchObject({
      settingsSecret: NEXT,
      settingsSecretPrevious: SECRET,
    });
  });

  it('of the settings without a current one is refused', () => {
    expect(() => of({ TANDEM_SETTINGS_SECRET_PREVIOUS: NEXT })).toThrow(
      'TANDEM_SETTINGS_SECRET_PREVIOUS is useless without TANDEM_SETTINGS_SECRET',
    );
  });

  it('is accepted with a secret in a file', () => {
    const dataDir = aFolder();
    writeFileSync(join(dataDir, 'jwt_secret'), SECRET);
    const env = { TANDEM_DATA_DIR: dataDir, JWT_SECRET_PREVIOUS: NEXT };
    expect(readSettings(env)).toMatchObject({ jwtSecret: SECRET, jwtSecretPrevious: NEXT });
    expect(() => readSettings({ ...env, JWT_SECRET_PREVIOUS: SECRET })).toThrow('must differ from');
  });
});
