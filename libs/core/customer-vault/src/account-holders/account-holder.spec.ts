import { accountHolderOf, type Payer } from './account-holder';

const at = new Date(0);
const customer: Payer['customer'] = {
  ...{ id: 'c', email: 'a@b.c', firstName: null, lastName: null, phone: null },
};
const holder: Payer['holder'] = {
  ...{ id: 'h', providerId: 'pp', externalId: 'cus_1', email: 'a@b.c', data: { kind: 'person' } },
  ...{ createdAt: at, updatedAt: at },
};

it('a gateway is told who pays by its own id and data, and nothing else of the holder', () => {
  expect(accountHolderOf({ customer, holder })).toEqual({
    accountHolder: { externalId: 'cus_1', data: { kind: 'person' } },
  });
});

it('a guest, and a customer of a gateway without account holders, are told of by nothing', () => {
  expect(accountHolderOf(null)).toEqual({});
  expect(accountHolderOf({ customer, holder: null })).toEqual({});
});
