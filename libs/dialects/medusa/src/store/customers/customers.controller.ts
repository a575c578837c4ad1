import { Body, Controller, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UpdateCustomer, CustomersReader, CompleteRegistration, type Customer } from '@tandem/customers';
import { accountOf } from '@tandem/logins';
import { resultAsResponse, type RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MedusaCustomerGuard } from '../../auth/medusa-customer.guard';
import { NewCustomerGuard } from '../../auth/registration.guard';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { MedusaCustomerRead, MedusaCustomerRoute } from '../../medusa-swagger';
import { StoreQueryDto } from '../../fields/store-query.dto';
import { MedusaChangeCustomerDto, CreateCustomerDto, MedusaCustomerResponse } from './customer.dto';
import { toChanges, toNewCustomer } from './customer.mapper';
import { serializeCustomer } from './customer.serializer';

@ApiTags('Customers')
@InDialect(medusaDialect)
@Controller('store/customers')
export class MedusaStoreCustomersController {
  constructor(
    private readonly completeRegistration: CompleteRegistration,
    private readonly updateCustomer: UpdateCustomer,
    private readonly customers: CustomersReader,
  ) {}

  @Post()
  @UseGuards(NewCustomerGuard)
  @Respond(200, serializeCustomer)
  @MedusaCustomerRoute('Create the account of a registration', MedusaCustomerResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: CreateCustomerDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<Customer> {
    return this.completeRegistration.run(ctx, toNewCustomer(body));
  }

  @Get('me')
  @UseGuards(MedusaCustomerGuard)
  @Respond(200, serializeCustomer)
  @MedusaCustomerRead('Retrieve the customer’s account', MedusaCustomerResponse)
  me(@Ctx() ctx: RequestContext, @Query(medusaInput) _query: StoreQueryDto): Promise<Customer> {
    return this.customers.getOwn(ctx);
  }

  @Post('me')
  @UseGuards(MedusaCustomerGuard)
  @Respond(200, serializeCustomer)
  @MedusaCustomerRoute('Update the customer’s account', MedusaCustomerResponse)
  update(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: MedusaChangeCustomerDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<Customer> {
    return this.updateCustomer.run(ctx, accountOf(ctx).id, toChanges(body), resultAsResponse());
  }
}
