import { setTimeout as pause } from 'node:timers/promises';
import { BatchLanes } from './batch-lanes';

interface Item {
  readonly name: string;
  readonly key: string;
}

const item = (name: string, key = name): Item => ({ name, key });

/** Lanes whose batches end when the test says so. */
function lanesWith({ maxItems = 10, patienceMs = 60_000 } = {}): {
  lanes: BatchLanes<Item, string>;
  begun: string[];
  finish: (error?: Error) => Promise<void>;
} {
  const begun: string[] = [];
  const open: ((error?: Error) => void)[] = [];
  const lanes = new BatchLanes<Item, string>({
    maxItems,
    patienceMs,
    keysOf: ({ key }) => [key],
    run: (lane, items) => {
      const names = items.map(({ name }) => name);
      begun.push(`${lane}: ${names.join(' ')}`);
      return new Promise((resolve, reject) =>
        open.push((error) => (error ? reject(error) : resolve(names.map((name) => `${name} done`)))),
      );
    },
  });
  const finish = async (error?: Error): Promise<void> => {
    open.shift()?.(error);
    await pause(5);
  };
  return { lanes, begun, finish };
}

it('runs a lone item at once, and together what arrives meanwhile', async () => {
  const { lanes, begun, finish } = lanesWith();
  const first = lanes.add('shop', item('a'));
  await pause(5);
  const later = ['b', 'c', 'd'].map((name) => lanes.add('shop', item(name)));
  await pause(5);
  expect(begun).toEqual(['shop: a']);
  await finish();
  await expect(first).resolves.toBe('a done');
  expect(begun).toEqual(['shop: a', 'shop: b c d']);
  await finish();
  await expect(Promise.all(later)).resolves.toEqual(['b done', 'c done', 'd done']);
});

it('runs together what one turn of the event loop brings', async () => {
  const { lanes, begun, finish } = lanesWith();
  const both = ['a', 'b'].map((name) => lanes.add('shop', item(name)));
  await pause(5);
  expect(begun).toEqual(['shop: a b']);
  await finish();
  await expect(Promise.all(both)).resolves.toEqual(['a done', 'b done']);
});

it('never runs two items with the same key together, and keeps their order', async () => {
  const { lanes, begun, finish } = lanesWith();
  const all = [item('a1', 'a'), item('a2', 'a'), item('b'), item('a3', 'a')].map((one) =>
    lanes.add('s', one),
  );
  for (let i = 0; i < 3; i++) {
    await pause(5);
    await finish();
  }
  expect(begun).toEqual(['s: a1 b', 's: a2', 's: a3']);
  await expect(Promise.all(all)).resolves.toHaveLength(4);
});

it('limits a batch, and leaves the rest to the next', async () => {
  const { lanes, begun, finish } = lanesWith({ maxItems: 2 });
  for (const name of ['a', 'b', 'c']) void lanes.add('shop', item(name));
  await pause(5);
  await finish();
  expect(begun).toEqual(['shop: a b', 'shop: c']);
});

it('keeps lanes apart: one does not wait for another', async () => {
  const { lanes, begun } = lanesWith();
  void lanes.add('one', item('a'));
  void lanes.add('two', item('b'));
  await pause(5);
  expect(begun.sort()).toEqual(['one: a', 'two: b']);
});

it('a batch that takes too long does not hold up the next one', async () => {
  const { lanes, begun, finish } = lanesWith({ patienceMs: 20 });
  const slow = lanes.add('shop', item('slow'));
  await pause(5);
  const next = lanes.add('shop', item('next'));
  await pause(60);
  expect(begun).toEqual(['shop: slow', 'shop: next']);
  const later = lanes.add('shop', item('later'));
  await pause(60);
  expect(begun).toEqual(['shop: slow', 'shop: next', 'shop: later']);
  for (let i = 0; i < 3; i++) await finish();
  await expect(Promise.all([slow, next, later])).resolves.toEqual(['slow done', 'next done', 'later done']);
});

it('rejects each item of a batch that failed, and goes on', async () => {
  const { lanes, begun, finish } = lanesWith();
  const failed = Promise.allSettled(['a', 'b'].map((name) => lanes.add('shop', item(name))));
  await pause(5);
  await finish(new Error('no connection'));
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = lanes.add('shop', item('c'));
  await pause(5);
  await finish();
  await expect(next).resolves.toBe('c done');
  expect(begun).toEqual(['shop: a b', 'shop: c']);
});

it('an item without a result is an error, not a wait for ever', async () => {
  const lanes = new BatchLanes<Item, string>({
    maxItems: 2,
    patienceMs: 1000,
    keysOf: () => [],
    run: () => Promise.resolve([]),
  });
  await expect(lanes.add('shop', item('a'))).rejects.toThrow('fewer results');
});
