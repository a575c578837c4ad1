import { mustChange } from './must-change';

it.each([[null], [undefined], [false]])(
  'a change that must happen and returned %s is an error',
  (changed) => {
    expect(() => mustChange(changed, 'add capture to collection')).toThrow(
      'nothing to change: add capture to collection',
    );
  },
);

it.each([[{ id: 'a row' }], [true], [0n]])('one that returned %s has happened', (changed) => {
  expect(mustChange(changed, 'capture')).toBe(changed);
});
