import type { INestApplicationContext } from '@nestjs/common';
import { command } from './command';

const app = {} as INestApplicationContext;

const greet = command({
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
])('reads %p', async (args, read) => {
  expect(JSON.parse((await greet(args)(app)) as string)).toEqual(read);
});

it.each([
  [greet, ['--day=3'], "Unknown option '--day'"],
  [greet, ['--json=yes'], "Option '--json' does not take an argument"],
  [greet, ['--days=3', '--days', '4'], "Option '--days' is given twice"],
  [greet, ['--json', 'Ada', '--json'], "Option '--json' is given twice"],
  [greet, ['--days'], "Option '--days <value>' argument missing"],
  [greet, ['Ada', 'Bob'], "Unexpected argument 'Bob'"],
  [plain, ['Ada'], "Unexpected argument 'Ada'"],
])('refuses what it does not have, before anything is started: %#', (one, args, message) => {
  expect(() => one(args)).toThrow(message);
});
