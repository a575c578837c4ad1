import { CommitUnknown, RowLocked } from './database.errors';
import { isConnectionLost, isTransientDbError } from './sql-state';

const coded = (code: string): Error => Object.assign(new Error('any message'), { code });

it.each([
  ['08006', true],
  ['08P01', true],
  ['57P01', true],
  ['57P02', true],
  ['57P03', true],
  ['25P03', true],
  ['ECONNRESET', true],
  ['ECONNREFUSED', true],
  ['EPIPE', true],
  ['ETIMEDOUT', true],
  ['57014', false],
  ['53100', false],
  ['53200', false],
  ['53300', false],
  ['55P03', false],
  ['40001', false],
  ['40P01', false],
  ['25006', false],
])('%s is transient; connection lost: %s', (code, isLost) => {
  expect(isTransientDbError(coded(code))).toBe(true);
  expect(isConnectionLost(coded(code))).toBe(isLost);
});

it.each(['23505', '23514', '42P01', '25P02', '22P02', '53400', 'ENOENT', ''])(
  '%s is not transient',
  (code) => {
    expect(isTransientDbError(coded(code))).toBe(false);
  },
);

it.each([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])('a node-postgres error without a code is transient: %s', (message) => {
  expect(isTransientDbError(new Error(message))).toBe(true);
});

it.each([new CommitUnknown(coded('57P01')), new RowLocked()])(
  '%s is transient, and the connection is intact',
  (error) => {
    expect(isTransientDbError(error)).toBe(true);
    expect(isConnectionLost(error)).toBe(false);
  },
);
