import { breakerAfter, isOpen } from './breaker';

it.each([
  { now: 0, seen: 0, isDelivered: true, after: null },
  { now: 3, seen: 3, isDelivered: true, after: [0, null] },
  { now: 0, seen: 0, isDelivered: false, after: [1, null] },
  // Four were sent concurrently: each counts.
  { now: 3, seen: 0, isDelivered: false, after: [4, null] },
  { now: 4, seen: 0, isDelivered: false, after: [5, 5] },
  // The breaker is open: earlier deliveries no longer count, only its probe.
  { now: 5, seen: 4, isDelivered: false, after: null },
  { now: 5, seen: 0, isDelivered: false, after: null },
  { now: 5, seen: 5, isDelivered: false, after: [6, 10] },
  { now: 6, seen: 6, isDelivered: false, after: [7, 20] },
  { now: 11, seen: 11, isDelivered: false, after: [12, 600] },
  { now: 12, seen: 12, isDelivered: false, after: [13, 600] },
  { now: 400, seen: 400, isDelivered: false, after: [401, 600] },
  // Any successful delivery closes it.
  { now: 7, seen: 7, isDelivered: true, after: [0, null] },
  { now: 5, seen: 0, isDelivered: true, after: [0, null] },
])('failures and hold after an attempt: %j', ({ now, seen, isDelivered, after }) => {
  const change = breakerAfter({ failures: now }, { failures: seen }, isDelivered);
  expect(change && [change.failures, change.holdSeconds]).toEqual(after);
});

it('is open from the fifth failure in a row', () => {
  expect([4, 5, 6].map((failures) => isOpen({ failures }))).toEqual([false, true, true]);
});
