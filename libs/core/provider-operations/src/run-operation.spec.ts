import { anonymous, defineError, noIdempotency, noResponse, type RequestContext } from '@tandem/context';
import type { Database } from '@tandem/database';
import type { OperationPlan } from './operation-plan';
import type { ProviderCalls } from './provider-calls';
import type { OperationOf } from './provider-operation';
import type { ProviderOperationsRepository } from './provider-operations.repository';
import { OutcomeUnknown } from './provider-operations.errors';
import { OperationRunner } from './run-operation';

class Refusal extends defineError('order_not_open', 'refused', 'The order is not open') {}
class TakenOver extends defineError('lease_lost', 'unknown', 'Another process has taken over') {}

const ctx: RequestContext = { storeId: 'store', caller: anonymous, idempotency: noIdempotency };

const runner = new OperationRunner(
  { transaction: (work: (tx: unknown) => unknown) => work({}) } as unknown as Database,
  { insertOpen: () => Promise.resolve({ id: 'operation' }) } as unknown as ProviderOperationsRepository,
  { execute: () => Promise.resolve({ status: 'succeeded', value: {} }) } as unknown as ProviderCalls,
);

/** A cancellation whose gateway has succeeded, and whose settlement fails. */
const settlingFails = (error: Error): Promise<unknown> => {
  const open = {} as OperationOf<'cancel'>;
  const plan: OperationPlan<'cancel', unknown, unknown> = {
    response: noResponse(),
    targetId: 'payment',
    reserve: () => Promise.resolve({ open }),
    settle: () => Promise.reject(error),
  };
  return runner.run<'cancel', unknown, unknown>(ctx, 'cancel', plan).catch((thrown: unknown) => thrown);
};

it('a refusal while the gateway’s success is recorded is no final answer', async () => {
  const thrown = await settlingFails(new Refusal());
  expect(thrown).toBeInstanceOf(OutcomeUnknown);
  expect(thrown).toMatchObject({ operationId: 'operation', moneyMayHaveMoved: true });
});

it.each([
  ['a lost lease', new TakenOver()],
  ['a failure of the database', new Error('the connection is lost')],
])('%s is thrown as it is', async (_, error) => {
  expect(await settlingFails(error)).toBe(error);
});
