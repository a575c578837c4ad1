import { mustChange } from './must-change';

it.each([[null], [undefined], [false]])(
  'a change that had to happen and returned %s is an error',
  (changed) => {
    expect(() => mustChange(changed, 'capture of collection')).toThrow(
      'nothing was there for: capture of collection',
    );
  },
);

it.each([[{ id: 'a row' }], [true], [0n]])('one that returned %s has happened', (changed) => {
  expect(mustChange(changed, 'capture')).toBe(changed);
});
