import type { INestApplicationContext } from '@nestjs/common';
import { command } from './command';

const app = {} as INestApplicationContext;

const withOptions = command({
  options: { days: { type: 'string' } },
  takesArgument: true,
  run: (_app, { days, json }, name) => Promise.resolve(JSON.stringify({ days, json, name })),
});
const plain = command({ options: {}, takesArgument: false, run: () => Promise.resolve('') });

it.each([
  [[], { json: false }],
  [['Ada'], { json: false, name: 'Ada' }],
  [['--json', 'Ada', '--days=3'], { json: true, days: '3', name: 'Ada' }],
  [['--days', '3', '--', '--json'], { json: false, days: '3', name: '--json' }],
])('reads %p', async (args, parsed) => {
  expect(JSON.parse((await withOptions(args)(app)) as string)).toEqual(parsed);
});

it.each([
  [withOptions, ['--day=3'], "Unknown option '--day'"],
  [withOptions, ['--json=yes'], "Option '--json' does not take an argument"],
  [withOptions, ['--days=3', '--days', '4'], "Option '--days' is given twice"],
  [withOptions, ['--json', 'Ada', '--json'], "Option '--json' is given twice"],
  [withOptions, ['--days'], "Option '--days <value>' argument missing"],
  [withOptions, ['Ada', 'Bob'], "Unexpected argument 'Bob'"],
  [plain, ['Ada'], "Unexpected argument 'Ada'"],
])('refuses unknown options and arguments before anything is started: %#', (command, args, message) => {
  expect(() => command(args)).toThrow(message);
});
