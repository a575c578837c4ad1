import { CommitUnknown } from '@tandem/database';
import { CurrencyMismatch } from '@tandem/money';
import { DuplicateEvent, SubjectUnknown } from '../gateway-events.errors';
import {
  findingOf,
  findingOfError,
  findingOfUnsigned,
  isUnderstood,
  lastStep,
  storeOf,
  textOf,
  unfinishedOf,
  weightiestOf,
  type EventFinding,
} from './event-finding';

const account = { providerId: 'p', providerIds: ['p'], storeIds: ['s'], methodIds: ['m'], settings: {} };
const shared = { ...account, storeIds: ['s', 't'] };
const finding = (step: EventFinding['step'], reason: string): EventFinding => ({ step, result: { reason } });

it('of several findings what may still have an effect outweighs what has none, the first of equal ones', () => {
  const [refused, ignored] = [finding('refuse', 'r'), finding('ignore', 'i')];
  const [retried, again] = [finding('retry', 'a'), finding('retry', 'b')];
  const parked = finding('park', 'p');
  expect(weightiestOf([refused, ignored, again, retried])).toBe(again);
  expect(weightiestOf([refused, ignored])).toBe(ignored);
  expect(weightiestOf([retried, parked, refused])).toBe(parked);
  expect(weightiestOf([])).toBeUndefined();
});

it.each([
  [
    'that its provider ignores',
    { status: 'ignored', type: 'x.y' },
    'ignore',
    { storeId: 's', eventType: 'x.y' },
  ],
  [
    'that is not its gateway’s',
    { status: 'refused', reason: 'no' },
    'refuse',
    { storeId: 's', reason: 'no' },
  ],
  ['that gave no clear answer', { status: 'unknown', cause: 'hm' }, 'retry', { storeId: 's', reason: 'hm' }],
  [
    'without an id of its own',
    { status: 'parsed', id: '', type: 't', about: [] },
    'refuse',
    { storeId: 's', reason: 'an event without an id of its own' },
  ],
  [
    'with an id that no index can bear',
    { status: 'parsed', id: 'x'.repeat(256), type: 't', about: [] },
    'refuse',
    { storeId: 's', reason: 'an event without an id of its own' },
  ],
] as const)('an event %s', (_, parsed, step, result) => {
  expect(findingOf(parsed, account)).toEqual({ step, result });
});

it('an event is understood by an id of its own, which its store can bear', () => {
  const event = (id: string) => ({ status: 'parsed', id, type: 't', about: [] }) as const;
  const ids = ['evt_1', 'x'.repeat(255), '', 'x'.repeat(256), 'a\0b'];
  expect(ids.map((id) => isUnderstood(event(id)))).toEqual([true, true, false, false, false]);
  expect(isUnderstood({ status: 'ignored' })).toBe(false);
});

it('an event that could be of two stores is named after neither', () => {
  expect([storeOf(account), storeOf(shared), storeOf({ storeIds: [] })]).toEqual(['s', undefined, undefined]);
  expect(findingOf({ status: 'refused', reason: 'no' }, shared).result.storeId).toBeUndefined();
});

it.each([
  ['a duplicate', new DuplicateEvent('seen'), 'ignore', 'seen'],
  ['what names nothing yet', new SubjectUnknown('pi_1'), 'retry', 'No session or payment has the id pi_1'],
  ['another currency', new CurrencyMismatch('USD', 'EUR'), 'park', 'CurrencyMismatch'],
  ['a database that was gone', new CommitUnknown('gone'), 'retry', undefined],
  ['an error of another library', new RangeError('4242 4242 4242 4242'), 'retry', 'RangeError'],
  ['what is no error', 'thrown', 'retry', 'not an Error'],
] as const)('what an event that could not be written comes to: %s', (_, error, step, reason) => {
  const found = findingOfError(error, { eventType: 't', storeId: 's' });
  expect(found).toMatchObject({ step, result: { eventType: 't', storeId: 's' } });
  if (reason !== undefined) expect(found.result.reason).toBe(reason);
});

it('texts from outside are stored short, and without characters that Postgres refuses', () => {
  expect(textOf('a\0b')).toBe('ab');
  expect(textOf('x'.repeat(1_000))).toHaveLength(255);
  expect(textOf(undefined)).toBe('undefined');
});

it('an event is tried eight times, and then parked', () => {
  expect([1, 7, 8, 9].map((attempts) => lastStep('retry', attempts))).toEqual([null, null, 'park', 'park']);
  for (const step of ['ignore', 'refuse', 'park'] as const) expect(lastStep(step, 1)).toBe(step);
});

it('one that was taken more often than that was never finished', () => {
  expect(unfinishedOf(8)).toBeNull();
  expect(unfinishedOf(9)).toEqual({ step: 'park', result: { reason: 'it was never finished' } });
});

it('what no secret fits is refused, unless there is a secret that could not be tried', () => {
  const signed = { refusal: 'bad signature', storeIds: ['s'] };
  expect(findingOfUnsigned({ ...signed, isComplete: true })).toEqual({
    step: 'refuse',
    result: { storeId: 's', reason: 'bad signature' },
  });
  expect(findingOfUnsigned({ ...signed, isComplete: false })).toMatchObject({
    step: 'retry',
    result: { reason: 'the secret settings of a payment method cannot be decrypted' },
  });
});
