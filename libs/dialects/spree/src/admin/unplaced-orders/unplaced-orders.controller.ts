import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { OrdersReader, type UnplacedOrder } from '@tandem/orders';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeUnplacedOrder } from './unplaced-order.dto';
import { serializeUnplacedOrder } from './unplaced-order.serializer';

/** Paid orders that cannot be completed, or that no one has completed yet. */
@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('orders')
@Controller('api/v3/admin/unplaced_orders')
export class SpreeAdminUnplacedOrdersController {
  constructor(private readonly orders: OrdersReader) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeUnplacedOrder))
  @SpreeList()
  @docs.SpreeAdminRead(
    'List paid orders that are not completed, oldest first',
    docs.PageOf(SpreeUnplacedOrder),
  )
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<UnplacedOrder>> {
    return this.orders.findUnplaced(ctx, pagingOf(query));
  }
}
