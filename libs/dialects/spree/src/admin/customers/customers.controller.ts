import { Body, Controller, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreateCustomer, UpdateCustomer, CustomersReader, type Customer } from '@tandem/customers';
import { RequiresScope } from '@tandem/auth';
import { resultAsResponse, type Page, type RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeCustomer } from '../../store/customer/customer.dto';
import { toUpdateCustomer } from '../../store/customer/customer.mapper';
import { serializeCustomer } from '../../store/customer/customer.serializer';
import { SpreeCreateCustomerDto, UpdateCustomerDto } from './customer.dto';
import { customerFilters, toCreateCustomer } from './customer.mapper';

@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('customers')
@Controller('api/v3/admin/customers')
export class SpreeAdminCustomersController {
  constructor(
    private readonly createCustomer: CreateCustomer,
    private readonly updateCustomer: UpdateCustomer,
    private readonly customers: CustomersReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeCustomer))
  @SpreeList({
    'q[email_eq]': { example: 'customer@example.com' },
    'q[email_cont]': { description: 'Part of the email' },
    'q[search]': { description: 'Part of the email or name' },
    search: { description: 'Same as q[search]' },
  })
  @docs.SpreeAdminRead('List customers', docs.PageOf(SpreeCustomer))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<Customer>> {
    return this.customers.findPage(ctx, customerFilters(query), pagingOf(query));
  }

  @Post()
  @SpreeRespond(201, serializeCustomer)
  @docs.SpreeAdminRoute('Create a customer', 201, SpreeCustomer)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: SpreeCreateCustomerDto): Promise<Customer> {
    return this.createCustomer.run(ctx, toCreateCustomer(body));
  }

  @Get(':id')
  @SpreeRespond(200, serializeCustomer)
  @docs.SpreeAdminRead('Retrieve a customer', SpreeCustomer)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('customer')) id: string): Promise<Customer> {
    return this.customers.get(ctx, id);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeCustomer)
  @docs.SpreeAdminRoute('Update a customer', 200, SpreeCustomer)
  update(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('customer')) id: string,
    @Body(spreeBody) body: UpdateCustomerDto,
  ): Promise<Customer> {
    return this.updateCustomer.run(ctx, id, toUpdateCustomer(body), resultAsResponse());
  }
}
