import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { FindOpenOperations, type OpenOperation } from '@tandem/provider-operations';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeProviderOperation } from './provider-operation.dto';
import { serializeProviderOperation } from './provider-operation.serializer';

/** Calls to gateways left open by a crash or an unreachable gateway. */
@ApiTags('Provider operations')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('payments')
@Controller('api/v3/admin/provider_operations')
export class SpreeAdminProviderOperationsController {
  constructor(private readonly operations: FindOpenOperations) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeProviderOperation))
  @SpreeList()
  @docs.SpreeAdminRead('List open gateway calls, oldest first', docs.PageOf(SpreeProviderOperation))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<OpenOperation>> {
    return this.operations.findPage(ctx, pagingOf(query));
  }
}
