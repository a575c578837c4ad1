import { CommitUnknown } from '@tandem/database';
import { OutcomeUnknown } from '@tandem/provider-operations';
import { throwFirst } from './throw-first';

const refusal = new Error('declined');

it.each([
  [new OutcomeUnknown('1', 'no answer')],
  [new CommitUnknown('no answer')],
  [Object.assign(new Error('cut'), { code: '57P01' })],
])('says %s before a refusal', (unknown) => {
  expect(() => throwFirst([refusal, unknown])).toThrow(unknown);
});

it('says a refusal where nothing else failed, and nothing where nothing did', () => {
  expect(() => throwFirst([refusal])).toThrow(refusal);
  expect(() => throwFirst([])).not.toThrow();
});
