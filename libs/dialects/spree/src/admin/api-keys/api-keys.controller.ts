import { Body, Controller, Delete, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateApiKey,
  ApiKeysReader,
  UpdateApiKey,
  RequiresNoScope,
  RequiresScope,
  RevokeApiKey,
  type ApiKeyDetails,
} from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect, serializeNothing } from '@tandem/http';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { CreateApiKeyDto, SpreeApiKey, UpdateApiKeyDto } from './api-key.dto';
import { keyFiltersIn, nameIn, toCreateApiKey } from './api-key.mapper';
import { serializeApiKey } from './api-key.serializer';

const NEWEST_FIRST = { field: 'id', descending: true } as const;

@ApiTags('API keys')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('api_keys')
@Controller('api/v3/admin/api_keys')
export class SpreeAdminApiKeysController {
  constructor(
    private readonly createKey: CreateApiKey,
    private readonly updateKey: UpdateApiKey,
    private readonly revokeKey: RevokeApiKey,
    private readonly keys: ApiKeysReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeApiKey))
  @SpreeList({ 'q[key_type_eq]': { example: 'secret' } })
  @docs.SpreeAdminRead('List API keys', docs.PageOf(SpreeApiKey))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<ApiKeyDetails>> {
    return this.keys.findPage(ctx, keyFiltersIn(query), { paging: pagingOf(query), sort: NEWEST_FIRST });
  }

  @Post()
  @SpreeRespond(201, serializeApiKey)
  @docs.SpreeAdminRoute('Create an API key (a secret key’s token is returned only once)', 201, SpreeApiKey)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: CreateApiKeyDto): Promise<ApiKeyDetails> {
    return this.createKey.run(ctx, toCreateApiKey(body));
  }

  @Get('current')
  @RequiresNoScope()
  @SpreeRespond(200, serializeApiKey)
  @docs.SpreeAdminRead('Retrieve the secret key used for this request', SpreeApiKey)
  getCurrent(@Ctx() ctx: RequestContext): Promise<ApiKeyDetails> {
    return this.keys.getCurrent(ctx);
  }

  @Get(':id')
  @SpreeRespond(200, serializeApiKey)
  @docs.SpreeAdminRead('Retrieve an API key', SpreeApiKey)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('apiKey')) id: string): Promise<ApiKeyDetails> {
    return this.keys.get(ctx, id);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeApiKey)
  @docs.SpreeAdminRoute('Rename an API key', 200, SpreeApiKey)
  update(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('apiKey')) id: string,
    @Body(spreeBody) { name }: UpdateApiKeyDto,
  ): Promise<ApiKeyDetails> {
    return this.updateKey.run(ctx, { id }, nameIn(name));
  }

  @Patch(':id/revoke')
  @SpreeRespond(200, serializeApiKey)
  @docs.SpreeAdminRoute('Revoke an API key', 200, SpreeApiKey)
  revoke(@Ctx() ctx: RequestContext, @Param('id', SpreeId('apiKey')) id: string): Promise<ApiKeyDetails> {
    return this.revokeKey.run(ctx, id);
  }

  @Delete(':id')
  @SpreeRespond(204, serializeNothing)
  @docs.SpreeAdminRoute('Revoke an API key', 204, null)
  remove(@Ctx() ctx: RequestContext, @Param('id', SpreeId('apiKey')) id: string): Promise<ApiKeyDetails> {
    return this.revokeKey.run(ctx, id);
  }
}
