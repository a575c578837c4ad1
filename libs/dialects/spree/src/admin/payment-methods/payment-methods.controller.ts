import { Body, Controller, Delete, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect, serializeNothing } from '@tandem/http';
import {
  CreatePaymentMethod,
  UpdatePaymentMethod,
  PaymentMethodsReader,
  RemovePaymentMethod,
  type PaymentMethod,
  type SavedPaymentMethod,
} from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ProviderCapabilities } from '@tandem/provider-kit';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList, SpreeWholeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import * as dto from './payment-method.dto';
import { toCreatePaymentMethod, toUpdatePaymentMethod } from './payment-method.mapper';
import {
  serializeAdminPaymentMethod,
  serializePaymentMethodTypes,
  serializeSavedPaymentMethod,
} from './payment-method.serializer';

/** A store's payment methods: its configured providers. */
@ApiTags('Payment methods')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('settings')
@Controller('api/v3/admin/payment_methods')
export class SpreeAdminPaymentMethodsController {
  constructor(
    private readonly createMethod: CreatePaymentMethod,
    private readonly updateMethod: UpdatePaymentMethod,
    private readonly removeMethod: RemovePaymentMethod,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeAdminPaymentMethod))
  @SpreeList()
  @docs.SpreeAdminRead('List payment methods', docs.PageOf(dto.SpreeAdminPaymentMethod))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<PaymentMethod>> {
    return this.methods.findPage(ctx, pagingOf(query));
  }

  @Post()
  @SpreeRespond(201, serializeSavedPaymentMethod)
  @docs.SpreeAdminRoute('Create a payment method', 201, dto.SpreeAdminPaymentMethod)
  create(
    @Ctx() ctx: RequestContext,
    @Body(spreeBody) body: dto.CreatePaymentMethodDto,
  ): Promise<SavedPaymentMethod> {
    return this.createMethod.run(ctx, toCreatePaymentMethod(this.registry, body));
  }

  @Get('types')
  @SpreeRespond(200, serializePaymentMethodTypes)
  @SpreeWholeList()
  @docs.SpreeAdminRead('List payment method types', dto.SpreePaymentMethodTypes)
  types(): ProviderCapabilities[] {
    return this.registry.getAll().map(({ capabilities }) => capabilities);
  }

  @Get(':id')
  @SpreeRespond(200, serializeAdminPaymentMethod)
  @docs.SpreeAdminRead('Retrieve a payment method', dto.SpreeAdminPaymentMethod)
  read(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('paymentMethod')) id: string,
  ): Promise<PaymentMethod> {
    return this.methods.read(ctx, id);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeSavedPaymentMethod)
  @docs.SpreeAdminRoute('Update a payment method', 200, dto.SpreeAdminPaymentMethod)
  update(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('paymentMethod')) id: string,
    @Body(spreeBody) body: dto.UpdatePaymentMethodDto,
  ): Promise<SavedPaymentMethod> {
    return this.updateMethod.run(ctx, id, toUpdatePaymentMethod(body));
  }

  @Delete(':id')
  @SpreeRespond(204, serializeNothing)
  @docs.SpreeAdminRoute('Delete a payment method', 204, null)
  remove(@Ctx() ctx: RequestContext, @Param('id', SpreeId('paymentMethod')) id: string): Promise<null> {
    return this.removeMethod.run(ctx, id);
  }
}
