import type { SessionContext } from '@tandem/payment-sessions';
import { sessionContext } from './session-context';

const ID = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d12';
const ULID = '01M7Y06PM0FEZRPBBWQ79AAK8J';
const customer = { id: ID, email: 'ada@example.com', firstName: 'Ada', lastName: null, phone: null };
const accountHolder: SessionContext['accountHolder'] = {
  id: ID,
  providerId: 'pp_stripe_stripe',
  externalId: 'cus_stripe',
  email: 'ada@example.com',
  data: {},
  createdAt: '2026-11-21T00:25:59.834Z',
  updatedAt: '2026-11-21T00:25:59.834Z',
};

it('is empty for a guest', () => {
  expect(sessionContext({})).toEqual({});
});

it('contains only the customer if the provider stores no customers', () => {
  const { customer: shown, ...rest } = sessionContext({ customer });
  expect(rest).toEqual({});
  expect(shown).toEqual({
    id: `cus_${ULID}`,
    email: 'ada@example.com',
    phone: null,
    metadata: null,
    addresses: [],
    last_name: null,
    first_name: 'Ada',
    company_name: null,
    account_holders: [],
  });
});

it('contains the account holder, with the gateway’s own id', () => {
  expect(sessionContext({ customer, accountHolder })['account_holder']).toEqual({
    id: `acchld_${ULID}`,
    data: {},
    email: 'ada@example.com',
    metadata: null,
    created_at: '2026-11-21T00:25:59.834Z',
    deleted_at: null,
    updated_at: '2026-11-21T00:25:59.834Z',
    external_id: 'cus_stripe',
    provider_id: 'pp_stripe_stripe',
  });
});

it('formats a customer’s own id as a Medusa id if the provider uses it', () => {
  const shown = sessionContext({ customer, accountHolder: { ...accountHolder, externalId: ID } });
  expect(shown['account_holder']).toMatchObject({ external_id: `cus_${ULID}` });
});
