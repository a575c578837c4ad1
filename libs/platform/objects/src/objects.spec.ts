import { isObject, keysOf, propertiesOf } from './objects';

it('the keys of an object are its own, in their order', () => {
  const inherits = Object.assign(Object.create({ inherited: true }), { b: 1, a: 2 });
  expect(keysOf(inherits)).toEqual(['b', 'a']);
});

it.each([
  [{ a: 1 }, { a: 1 }],
  [null, {}],
  [undefined, {}],
  ['text', {}],
  [() => 1, {}],
])('the properties of %p are %p', (value, properties) => {
  expect(propertiesOf(value)).toEqual(properties);
  expect(isObject(value)).toBe(Object.keys(properties).length > 0);
});
