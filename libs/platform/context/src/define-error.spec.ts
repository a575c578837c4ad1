import { CoreError } from './core-error';
import { defineError } from './define-error';

class Plain extends defineError('plain', 'invalid', 'It is plain') {}

class Detailed extends defineError('spoken', 'conflict', (count: number, of: string) => `${count} ${of}`, {
  field: 'amount',
  log: 'warn',
  moneyMayHaveMoved: true,
  retryAfterSeconds: 60,
}) {}

class Named extends defineError('named', 'not_found', 'Not found') {
  constructor(readonly publicId: string) {
    super();
  }
}

it('has a code, a kind and a message', () => {
  expect({ ...new Plain(), message: new Plain().message }).toEqual({
    code: 'plain',
    kind: 'invalid',
    message: 'It is plain',
    field: null,
    log: 'debug',
    moneyMayHaveMoved: false,
    retryAfterSeconds: null,
  });
});

it('builds its message from its arguments, and takes the other properties', () => {
  const error = new Detailed(3, 'apples');
  expect(error.message).toBe('3 apples');
  expect(error).toMatchObject({
    field: 'amount',
    log: 'warn',
    moneyMayHaveMoved: true,
    retryAfterSeconds: 60,
  });
});

it('accepts only the arguments of its message', () => {
  // @ts-expect-error -- the message takes a number and a text
  expect(new Detailed('3').message).toBe('3 undefined');
  // @ts-expect-error -- the message takes nothing
  expect(new Plain('x').message).toBe('It is plain');
});

it('is a CoreError and an instance of its own class, with its own name', () => {
  const error = new Named('pay_1');
  expect([error instanceof CoreError, error instanceof Named, error instanceof Plain]).toEqual([
    true,
    true,
    false,
  ]);
  expect([error.name, error.publicId]).toEqual(['Named', 'pay_1']);
  expect(error.stack).toContain('Named: Not found');
});
