import { chownSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Users } from './users';

const home = mkdtempSync(join(tmpdir(), 'tandem-users-'));
const folder = join(home, 'postgres.users');
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('a running process counts as another user until it leaves', () => {
  const [first, second] = [new Users(folder), new Users(folder)];
  second.join();
  expect(first.haveOthers()).toBe(true);
  second.leave();
  expect(first.haveOthers()).toBe(false);
});

it.each<[string, (file: string) => void, boolean]>([
  ['text that is not a process mark', (file) => writeFileSync(file, 'rubbish'), false],
  ['an unreadable file counts as a running process', (file) => symlinkSync(file, file), true],
])('%s', (_, write, counts) => {
  const users = new Users(folder);
  users.join();
  write(join(folder, 'other'));
  expect(users.haveOthers()).toBe(counts);
  expect(readdirSync(folder).includes('other')).toBe(counts);
});

it('what root writes into another user’s folder belongs to that user and is readable by them', () => {
  const { uid } = userInfo();
  const owner = uid === 0 ? 1_000 : uid;
  chownSync(home, owner, -1);
  new Users(folder).join();
  const [file = ''] = readdirSync(folder);
  const written = [folder, join(folder, file)].map((path) => statSync(path));
  expect(written.map((each) => each.uid)).toEqual([owner, owner]);
  expect((written[1]?.mode ?? 0) & 0o400).toBe(0o400);
});
