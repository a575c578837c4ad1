import { Controller, Get, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { ReplayEvent, WebhookEventsReader, type ListedEvent } from '@tandem/gateway-events';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreePaymentEvent } from './payment-event.dto';
import { toEventFilters } from './payment-event.mapper';
import { serializePaymentEvent } from './payment-event.serializer';

/** Webhook events that gateways sent about the store's payments. */
@ApiTags('Payment events')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('payments')
@Controller('api/v3/admin/payment_events')
export class SpreeAdminPaymentEventsController {
  constructor(
    private readonly events: WebhookEventsReader,
    private readonly replayEvent: ReplayEvent,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializePaymentEvent))
  @SpreeList({ state: { example: 'failed' } })
  @docs.SpreeAdminRead('List gateway events, newest first', docs.PageOf(SpreePaymentEvent))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<ListedEvent>> {
    return this.events.findPage(ctx, toEventFilters(query), pagingOf(query));
  }

  @Get(':id')
  @SpreeRespond(200, serializePaymentEvent)
  @docs.SpreeAdminRead('Retrieve a gateway event', SpreePaymentEvent)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('paymentEvent')) id: string): Promise<ListedEvent> {
    return this.events.read(ctx, id);
  }

  @Post(':id/replay')
  @SpreeRespond(200, serializePaymentEvent)
  @docs.SpreeAdminRoute('Replay a failed or refused gateway event', 200, SpreePaymentEvent)
  replay(@Ctx() ctx: RequestContext, @Param('id', SpreeId('paymentEvent')) id: string): Promise<ListedEvent> {
    return this.replayEvent.run(ctx, id);
  }
}
