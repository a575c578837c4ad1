import { accountHolderOf, type Payer } from './account-holder';

const at = new Date(0);
const customer: Payer['customer'] = {
  ...{ id: 'c', email: 'a@b.c', firstName: null, lastName: null, phone: null },
};
const holder: Payer['holder'] = {
  ...{ id: 'h', providerId: 'pp', externalId: 'cus_1', email: 'a@b.c', data: { kind: 'person' } },
  ...{ createdAt: at, updatedAt: at },
};

it('a gateway gets its own id and data of the account holder, and nothing else', () => {
  expect(accountHolderOf({ customer, holder })).toEqual({
    accountHolder: { externalId: 'cus_1', data: { kind: 'person' } },
  });
});

it('a guest, and a customer of a gateway without account holders, add nothing', () => {
  expect(accountHolderOf(null)).toEqual({});
  expect(accountHolderOf({ customer, holder: null })).toEqual({});
});
