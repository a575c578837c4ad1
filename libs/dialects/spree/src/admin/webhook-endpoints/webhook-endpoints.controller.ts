import { Body, Controller, Delete, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect, serializeNothing } from '@tandem/http';
import {
  CreateWebhookEndpoint,
  UpdateWebhookEndpoint,
  RemoveWebhookEndpoint,
  RotateWebhookSecret,
  WebhooksReader,
  type EndpointWithSecret,
  type WebhookEndpoint,
} from '@tandem/webhooks';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import * as dto from './webhook-endpoint.dto';
import { toCreateWebhookEndpoint, toUpdateWebhookEndpoint } from './webhook-endpoint.mapper';
import { serializeWebhookEndpoint } from './webhook-endpoint.serializer';

/** Endpoints that receive a store's events. */
@ApiTags('Webhooks')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('webhooks')
@Controller('api/v3/admin/webhook_endpoints')
export class SpreeAdminWebhookEndpointsController {
  constructor(
    private readonly createEndpoint: CreateWebhookEndpoint,
    private readonly updateEndpoint: UpdateWebhookEndpoint,
    private readonly removeEndpoint: RemoveWebhookEndpoint,
    private readonly rotateSecret: RotateWebhookSecret,
    private readonly webhooks: WebhooksReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeWebhookEndpoint))
  @SpreeList()
  @docs.SpreeAdminRead('List webhook endpoints', docs.PageOf(dto.SpreeWebhookEndpoint))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<WebhookEndpoint>> {
    return this.webhooks.findPage(ctx, pagingOf(query));
  }

  @Post()
  @SpreeRespond(201, serializeWebhookEndpoint)
  @docs.SpreeAdminRoute(
    'Create a webhook endpoint (its secret is returned only once)',
    201,
    dto.SpreeWebhookEndpoint,
  )
  create(
    @Ctx() ctx: RequestContext,
    @Body(spreeBody) body: dto.CreateWebhookEndpointDto,
  ): Promise<EndpointWithSecret> {
    return this.createEndpoint.run(ctx, toCreateWebhookEndpoint(body));
  }

  @Get(':id')
  @SpreeRespond(200, serializeWebhookEndpoint)
  @docs.SpreeAdminRead('Retrieve a webhook endpoint', dto.SpreeWebhookEndpoint)
  read(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('webhookEndpoint')) id: string,
  ): Promise<WebhookEndpoint> {
    return this.webhooks.get(ctx, id);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeWebhookEndpoint)
  @docs.SpreeAdminRoute('Update a webhook endpoint', 200, dto.SpreeWebhookEndpoint)
  update(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('webhookEndpoint')) id: string,
    @Body(spreeBody) body: dto.UpdateWebhookEndpointDto,
  ): Promise<WebhookEndpoint> {
    return this.updateEndpoint.run(ctx, id, toUpdateWebhookEndpoint(body));
  }

  @Delete(':id')
  @SpreeRespond(204, serializeNothing)
  @docs.SpreeAdminRoute('Delete a webhook endpoint and its deliveries', 204, null)
  remove(@Ctx() ctx: RequestContext, @Param('id', SpreeId('webhookEndpoint')) id: string): Promise<null> {
    return this.removeEndpoint.run(ctx, id);
  }

  @Post(':id/rotate_secret')
  @SpreeRespond(200, serializeWebhookEndpoint)
  @docs.SpreeAdminRoute(
    'Rotate the signing secret (former secrets stay valid for 24 hours)',
    200,
    dto.SpreeWebhookEndpoint,
  )
  rotate(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('webhookEndpoint')) id: string,
  ): Promise<EndpointWithSecret> {
    return this.rotateSecret.run(ctx, id);
  }
}
