import { Body, Controller, Delete, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateApiKey,
  API_KEY_ORDER_FIELDS,
  ApiKeysReader,
  UpdateApiKey,
  DeleteApiKey,
  LinkSalesChannels,
  RequiresScope,
  RevokeApiKey,
  type ApiKeyDetails,
} from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { pageIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead, MedusaAdminRoute, MedusaDeleted } from '../../medusa-swagger';
import { AdminQueryDto } from '../../fields/store-query.dto';
import * as dto from './api-key.dto';
import { channelsIn, keyFiltersIn, toCreateApiKey } from './api-key.mapper';
import {
  serializeApiKey,
  serializeApiKeyDeleted,
  serializeApiKeys,
  serializeNewApiKey,
} from './api-key.serializer';

@ApiTags('API keys')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('api_keys')
@Controller('admin/api-keys')
export class MedusaAdminApiKeysController {
  constructor(
    private readonly keys: ApiKeysReader,
    private readonly addKey: CreateApiKey,
    private readonly changeKey: UpdateApiKey,
    private readonly revokeKey: RevokeApiKey,
    private readonly deleteKey: DeleteApiKey,
    private readonly linkChannels: LinkSalesChannels,
  ) {}

  @Get()
  @Respond(200, serializeApiKeys)
  @MedusaAdminRead('List API keys', dto.MedusaApiKeyList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: dto.ApiKeysQueryDto,
  ): Promise<Page<ApiKeyDetails>> {
    return this.keys.findPage(ctx, keyFiltersIn(query), pageIn(query, API_KEY_ORDER_FIELDS));
  }

  @Post()
  @Respond(200, serializeNewApiKey)
  @MedusaAdminRoute('Create an API key; a secret key’s token is returned only once', dto.MedusaApiKeyResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: dto.MedusaAddApiKeyDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<ApiKeyDetails> {
    return this.addKey.run(ctx, toCreateApiKey(body));
  }

  @Get(':id')
  @Respond(200, serializeApiKey)
  @MedusaAdminRead('Retrieve an API key', dto.MedusaApiKeyResponse)
  read(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'apiKey') { id, publicId }: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<ApiKeyDetails> {
    return this.keys.get(ctx, id, publicId);
  }

  @Post(':id')
  @Respond(200, serializeApiKey)
  @MedusaAdminRoute('Update an API key’s title', dto.MedusaApiKeyResponse)
  update(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'apiKey') key: NamedId,
    @Body(medusaInput) { title }: dto.ChangeApiKeyDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<ApiKeyDetails> {
    return this.changeKey.run(ctx, key, title);
  }

  @Post(':id/revoke')
  @Respond(200, serializeApiKey)
  @MedusaAdminRoute('Revoke an API key, at once or after a delay', dto.MedusaApiKeyResponse)
  revoke(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'apiKey') { id, publicId }: NamedId,
    @Body(medusaInput) { revoke_in }: dto.RevokeApiKeyDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<ApiKeyDetails> {
    return this.revokeKey.run(ctx, id, { publicId, seconds: revoke_in });
  }

  @Delete(':id')
  @Respond(200, serializeApiKeyDeleted)
  @MedusaAdminRoute('Delete a revoked API key', MedusaDeleted)
  remove(@Ctx() ctx: RequestContext, @NamedParam('id', 'apiKey') key: NamedId): Promise<string> {
    return this.deleteKey.run(ctx, key);
  }

  @Post(':id/sales-channels')
  @Respond(200, serializeApiKey)
  @MedusaAdminRoute('Link sales channels (a store has only its own)', dto.MedusaApiKeyResponse)
  link(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'apiKey') key: NamedId,
    @Body(medusaInput) body: dto.LinkSalesChannelsDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<ApiKeyDetails> {
    return this.linkChannels.run(ctx, key, channelsIn(body));
  }
}
