import { SecretRotation } from './secret-rotation';

it('each attempt puts the next secret first', () => {
  const turns = new SecretRotation();
  const firsts = [0, 1, 2, 3].map((attempts) =>
    turns.orderForAttempt('e', ['new', 'old', 'older'], attempts),
  );
  expect(firsts).toEqual([
    ['new', 'old', 'older'],
    ['old', 'older', 'new'],
    ['older', 'new', 'old'],
    ['new', 'old', 'older'],
  ]);
});

it('begins with the one that the endpoint last accepted, as long as it is valid', () => {
  const turns = new SecretRotation();
  turns.recordDelivery('e', ['old', 'new']);
  expect(turns.orderForAttempt('e', ['new', 'old'], 0)).toEqual(['old', 'new']);
  expect(turns.orderForAttempt('e', ['new', 'old'], 1)).toEqual(['new', 'old']);
  expect(turns.orderForAttempt('another', ['new', 'old'], 0)).toEqual(['new', 'old']);
  expect(turns.orderForAttempt('e', ['newest', 'new'], 0)).toEqual(['newest', 'new']);
  expect(turns.orderForAttempt('e', ['new'], 3)).toEqual(['new']);
});
