import type { ArgumentMetadata } from '@nestjs/common';
import { pathId } from './path-id';

const pipe = pathId(
  (text) => (/^\d+$/.test(text) ? Number(text) : null),
  (text) => new Error(`no ${text}`),
);
const read = (text: string): unknown => pipe.transform(text, {} as ArgumentMetadata);

it('a well-formed id is parsed at once', () => {
  expect(read('7')).toBe(7);
});

it('of several malformed ids the first in the path is reported, whose pipe Nest runs last', async () => {
  await expect(Promise.all([read('second'), read('first')].reverse())).rejects.toThrow('no first');
  await expect(read('again')).rejects.toThrow('no again');
});

it("a malformed id is refused after the route's other pipes", async () => {
  const body = (async () => {
    for (let tick = 0; tick < 100; tick++) await Promise.resolve();
    throw new Error('the body is wrong');
  })();
  await expect(Promise.all([read('x'), body])).rejects.toThrow('the body is wrong');
  await expect(read('x')).rejects.toThrow('no x');
});
