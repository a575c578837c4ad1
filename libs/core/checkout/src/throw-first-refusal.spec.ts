import { CommitUnknown } from '@tandem/database';
import { OutcomeUnknown } from '@tandem/provider-operations';
import { throwFirstRefusal } from './throw-first-refusal';

const refusal = new Error('declined');

it.each([
  [new OutcomeUnknown('1', 'no answer')],
  [new CommitUnknown('no answer')],
  [Object.assign(new Error('cut'), { code: '57P01' })],
])('throws %s before a refusal', (unknown) => {
  expect(() => throwFirstRefusal([refusal, unknown])).toThrow(unknown);
});

it('throws a refusal if nothing else failed, and nothing without failures', () => {
  expect(() => throwFirstRefusal([refusal])).toThrow(refusal);
  expect(() => throwFirstRefusal([])).not.toThrow();
});
