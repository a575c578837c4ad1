import { defineStates } from './states';

const LIFE = { open: { pay: 'paid', drop: 'dropped' }, paid: { pay: 'paid' }, dropped: {} } as const;

it('lists the states that accept an event, and its target state', () => {
  const life = defineStates('thing', LIFE);
  expect(life.statesThat('pay')).toEqual(['open', 'paid']);
  expect(life.target('drop')).toBe('dropped');
});

it('fails at start for an event that leads to no state, or to two', () => {
  expect(() => defineStates('thing', { open: { pay: 'lost' } })).toThrow('open --pay--> lost');
  expect(() => defineStates('thing', { a: { go: 'b' }, b: { go: 'a' } })).toThrow('"go" leads to two states');
});
