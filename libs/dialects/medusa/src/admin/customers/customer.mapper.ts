import type { CustomerFilters, UpdateCustomerInput } from '@tandem/customers';
import { sortIn, timesIn } from '../../lists/list.mapper';
import { uuidsOf } from '../../ids/medusa-ids';
import { toChanges } from '../../store/customers/customer.mapper';
import type { AdminCustomerDto, CustomersQueryDto } from './customer.dto';

/** @throws OrderFieldInvalid */
export function toFilters(query: CustomersQueryDto): CustomerFilters {
  return {
    search: query.q,
    ids: uuidsOf('customer', query.id),
    emails: query.email?.map((email) => email.toLowerCase()),
    hasLogin: query.has_account,
    created: timesIn(query.created_at),
    sort: sortIn(query, ['id', 'email', 'first_name', 'last_name', 'created_at', 'updated_at']),
  };
}

/** The email cannot be removed: null leaves it unchanged. @throws InvalidRequest */
export function toChangeCustomer(body: AdminCustomerDto): UpdateCustomerInput {
  return { ...toChanges(body), email: body.email ?? undefined };
}
