import { boundsOf } from './paging';

const at = (ms: number): Date => new Date(1_700_000_000_000 + ms);

it.each([
  [{}, [null, null]],
  [{ from: at(5) }, [at(5), null]],
  [{ after: at(5) }, [at(6), null]],
  [{ before: at(5) }, [null, at(5)]],
  [{ to: at(5) }, [null, at(6)]],
  [{ from: at(5), to: at(5) }, [at(5), at(6)]],
  [{ after: at(1), from: at(5), before: at(9), to: at(7) }, [at(5), at(8)]],
])('the bounds of %j', (range, bounds) => {
  expect(boundsOf(range)).toEqual(bounds);
});
