import { breakerAfter, isOpen } from './breaker';

it.each([
  // failures now, seen when the attempt began, delivered; failures and hold afterwards
  [0, 0, true, null, null],
  [3, 3, true, 0, null],
  [0, 0, false, 1, null],
  // Four were sent at once: each counts.
  [3, 0, false, 4, null],
  [4, 0, false, 5, 5],
  // The breaker is open: what was sent before counts no more, its probe does.
  [5, 4, false, null, null],
  [5, 0, false, null, null],
  [5, 5, false, 6, 10],
  [6, 6, false, 7, 20],
  [11, 11, false, 12, 600],
  [12, 12, false, 13, 600],
  [400, 400, false, 401, 600],
  // Whatever arrives closes it.
  [7, 7, true, 0, null],
  [5, 0, true, 0, null],
])(
  'with %i failures, %i when it was sent, an attempt that is delivered: %s',
  (now, seen, isDelivered, failures, holdSeconds) => {
    const change = breakerAfter({ failures: now }, { failures: seen }, isDelivered);
    expect(change).toEqual(failures === null ? null : { failures, holdSeconds });
  },
);

it('is open from the fifth failure in a row', () => {
  expect([4, 5, 6].map((failures) => isOpen({ failures }))).toEqual([false, true, true]);
});
