import { mustChange } from './must-change';

it.each([[null], [undefined], [false]])(
  'a change that must happen and returned %s is an error',
  (changed) => {
    expect(() => mustChange(changed, 'capture of collection')).toThrow(
      'nothing to change: capture of collection',
    );
  },
);

it.each([[{ id: 'a row' }], [true], [0n]])('one that returned %s has happened', (changed) => {
  expect(mustChange(changed, 'capture')).toBe(changed);
});
