import { MAX_PER_SERVER, Places, type DueEndpoint } from './places';

/** Endpoints by name: the first letter is the store; "!" means its breaker is open. */
const due = (names: string): DueEndpoint[] =>
  names.split(' ').map((name) => ({
    storeId: name.charAt(0),
    id: name.replace('!', ''),
    failures: name.endsWith('!') ? 5 : 0,
  }));

it.each([
  // in progress; due; assigned
  ['', 'a1', 'a1×4'],
  ['a1 a1 a1', 'a1', 'a1×1'],
  ['a1 a1 a1 a1', 'a1', ''],
  // A hanging endpoint does not affect the store's other endpoints or other stores.
  ['a1 a1 a1 a1', 'a1 a2 b1', 'a2×4 b1×4'],
  ['', 'a1 a2 a3 a4 a5', 'a1×4 a2×3 a3×3 a4×3 a5×3'],
  ['a1 a1 a1 a1 a2 a2 a2 a2 a3 a3 a3 a3 a4 a4 a4', 'a1 a2 a3 a4 a5', 'a5×1'],
  ['a1 a1 a1 a1 a2 a2 a2 a2 a3 a3 a3 a3 a4 a4 a4 a4', 'a1 a5 b1', 'b1×4'],
  // An open breaker allows one probe.
  ['', 'a1! a2', 'a1×1 a2×4'],
  ['a1', 'a1!', ''],
])('with %j in progress and %j due it assigns %j', (inHand, waiting, expected) => {
  const places = new Places();
  for (const endpoint of inHand === '' ? [] : due(inHand)) places.occupy(endpoint);
  const assigned = places.assign(due(waiting)).map(({ id, room }) => `${id}×${room}`);
  expect(assigned.join(' ')).toBe(expected);
});

it('a server’s deliveries in progress are limited, and a freed place goes to the store with the fewest', () => {
  const places = new Places();
  const stores = Array.from({ length: MAX_PER_SERVER }, (_, nth) => ({
    storeId: `s${nth}`,
    id: `e${nth}`,
    failures: 0,
  }));
  const [first] = stores;
  if (!first) throw new Error('no store');
  for (let nth = 0; nth < 4; nth++) places.occupy(first);
  for (const endpoint of stores.slice(1, MAX_PER_SERVER - 3)) places.occupy(endpoint);
  expect(places.assign(stores)).toEqual([]);
  places.free(first);
  const newcomer = { storeId: 'new', id: 'new', failures: 0 };
  expect(places.assign([...stores, newcomer].slice(0, 3).concat(newcomer))).toEqual([
    { storeId: 'new', id: 'new', room: 1 },
  ]);
});

it('reuses a freed place', () => {
  const places = new Places();
  const [endpoint] = due('a1');
  if (!endpoint) throw new Error('no endpoint');
  for (let nth = 0; nth < 4; nth++) places.occupy(endpoint);
  places.free(endpoint);
  expect(places.assign([endpoint])).toEqual([{ storeId: 'a', id: 'a1', room: 1 }]);
});
