import { defineStates } from './states';

const LIFE = { open: { pay: 'paid', drop: 'dropped' }, paid: { pay: 'paid' }, dropped: {} } as const;

it('lists the states that know an event, and where it leads', () => {
  const life = defineStates('thing', LIFE);
  expect(life.statesThat('pay')).toEqual(['open', 'paid']);
  expect(life.target('drop')).toBe('dropped');
});

it('stops the program at an event that leads nowhere, or to two states', () => {
  expect(() => defineStates('thing', { open: { pay: 'lost' } })).toThrow('open --pay--> lost');
  expect(() => defineStates('thing', { a: { go: 'b' }, b: { go: 'a' } })).toThrow('"go" leads to two states');
});
