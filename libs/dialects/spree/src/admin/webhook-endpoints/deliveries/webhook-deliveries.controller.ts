import { Controller, Get, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { RedeliverWebhook, WebhooksReader, type WebhookDelivery } from '@tandem/webhooks';
import { SpreeAdminGuard } from '../../../auth/spree-admin.guard';
import { SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeList } from '../../../lists/spree-list';
import { pagingOf, serializePage } from '../../../lists/spree-paging';
import * as docs from '../../../spree-swagger';
import { SpreeWebhookDelivery } from './webhook-delivery.dto';
import { serializeWebhookDelivery } from './webhook-delivery.serializer';

/** What was sent to an endpoint, and its responses. */
@ApiTags('Webhooks')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('webhooks')
@Controller('api/v3/admin/webhook_endpoints/:endpoint/deliveries')
export class SpreeAdminWebhookDeliveriesController {
  constructor(
    private readonly webhooks: WebhooksReader,
    private readonly redeliver: RedeliverWebhook,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeWebhookDelivery))
  @SpreeList()
  @docs.SpreeAdminRead('List an endpoint’s deliveries, newest first', docs.PageOf(SpreeWebhookDelivery))
  list(
    @Ctx() ctx: RequestContext,
    @Param('endpoint', SpreeId('webhookEndpoint')) endpoint: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<WebhookDelivery>> {
    return this.webhooks.findDeliveries(ctx, endpoint, pagingOf(query));
  }

  @Post(':id/redeliver')
  @SpreeRespond(201, serializeWebhookDelivery)
  @docs.SpreeAdminRoute('Redeliver an event', 201, SpreeWebhookDelivery)
  resend(
    @Ctx() ctx: RequestContext,
    @Param('endpoint', SpreeId('webhookEndpoint')) endpoint: string,
    @Param('id', SpreeId('webhookDelivery')) id: string,
  ): Promise<WebhookDelivery> {
    const ref = { endpointId: endpoint, id };
    return this.redeliver.run(ctx, ref);
  }
}
