import { Body, Controller, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreateCustomer, UpdateCustomer, CustomersReader, type Customer } from '@tandem/customers';
import { RequiresScope } from '@tandem/auth';
import { resultAsResponse, type Page, type RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { pagingIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead, MedusaAdminRoute } from '../../medusa-swagger';
import { MedusaCustomerResponse } from '../../store/customers/customer.dto';
import { toNewCustomer } from '../../store/customers/customer.mapper';
import { AdminQueryDto } from '../../fields/store-query.dto';
import { AdminCustomerDto, CustomersQueryDto, MedusaCustomerList } from './customer.dto';
import { toChangeCustomer, toFilters } from './customer.mapper';
import { serializeCustomer, serializeCustomers } from './customer.serializer';

@ApiTags('Customers')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('customers')
@Controller('admin/customers')
export class MedusaAdminCustomersController {
  constructor(
    private readonly createCustomer: CreateCustomer,
    private readonly updateCustomer: UpdateCustomer,
    private readonly customers: CustomersReader,
  ) {}

  @Get()
  @Respond(200, serializeCustomers)
  @MedusaAdminRead('List customers', MedusaCustomerList)
  list(@Ctx() ctx: RequestContext, @Query(medusaInput) query: CustomersQueryDto): Promise<Page<Customer>> {
    return this.customers.findPage(ctx, toFilters(query), pagingIn(query, 50));
  }

  @Post()
  @Respond(200, serializeCustomer)
  @MedusaAdminRoute('Create a customer without a login', MedusaCustomerResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: AdminCustomerDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<Customer> {
    return this.createCustomer.run(ctx, { ...toNewCustomer(body), password: null });
  }

  @Get(':id')
  @Respond(200, serializeCustomer)
  @MedusaAdminRead('Retrieve a customer', MedusaCustomerResponse)
  read(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'customer') { id, publicId }: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<Customer> {
    return this.customers.get(ctx, id, publicId);
  }

  @Post(':id')
  @Respond(200, serializeCustomer)
  @MedusaAdminRoute('Update a customer', MedusaCustomerResponse)
  update(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'customer') { id, publicId }: NamedId,
    @Body(medusaInput) body: AdminCustomerDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<Customer> {
    return this.updateCustomer.run(ctx, id, { ...toChangeCustomer(body), publicId }, resultAsResponse());
  }
}
