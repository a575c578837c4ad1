import { Body, Controller, Get, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { CreditsReader, IssueStoreCredit, type StoreCredit } from '@tandem/store-credits';
import { SpreeAdminGuard } from '../../../auth/spree-admin.guard';
import { SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { textWithoutCard } from '../../../spree-text.mapper';
import { positiveMoneyIn } from '../../../money/spree-money.mapper';
import { SpreeList } from '../../../lists/spree-list';
import { pagingOf, serializePage } from '../../../lists/spree-paging';
import * as docs from '../../../spree-swagger';
import { SpreeStoreCredit } from '../../../store/customer/store-credits/store-credit.dto';
import { serializeIssuedStoreCredit } from '../../../store/customer/store-credits/store-credit.serializer';
import { IssueStoreCreditDto } from './store-credit.dto';

@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('store_credits')
@Controller('api/v3/admin/customers/:customer_id/store_credits')
export class SpreeAdminStoreCreditsController {
  constructor(
    private readonly issueCredit: IssueStoreCredit,
    private readonly credits: CreditsReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeIssuedStoreCredit))
  @SpreeList()
  @docs.SpreeAdminRead('List a customer’s store credits', docs.PageOf(SpreeStoreCredit))
  list(
    @Ctx() ctx: RequestContext,
    @Param('customer_id', SpreeId('customer')) customer: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<StoreCredit>> {
    return this.credits.findStoreCredits(ctx, customer, pagingOf(query));
  }

  @Post()
  @SpreeRespond(201, serializeIssuedStoreCredit)
  @docs.SpreeAdminRoute('Issue store credit to a customer', 201, SpreeStoreCredit)
  create(
    @Ctx() ctx: RequestContext,
    @Param('customer_id', SpreeId('customer')) customer: string,
    @Body(spreeBody) { amount, currency, memo = '' }: IssueStoreCreditDto,
  ): Promise<StoreCredit> {
    return this.issueCredit.run(ctx, {
      customerId: customer,
      amount: positiveMoneyIn(amount, currency, 'amount'),
      memo: textWithoutCard('memo', memo),
    });
  }

  @Get(':id')
  @SpreeRespond(200, serializeIssuedStoreCredit)
  @docs.SpreeAdminRead('Retrieve a store credit', SpreeStoreCredit)
  read(
    @Ctx() ctx: RequestContext,
    @Param('customer_id', SpreeId('customer', 'storeCredit')) customer: string,
    @Param('id', SpreeId('storeCredit')) id: string,
  ): Promise<StoreCredit> {
    return this.credits.getStoreCredit(ctx, customer, id);
  }
}
