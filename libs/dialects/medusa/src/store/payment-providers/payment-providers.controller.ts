import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { StoresReader } from '@tandem/stores';
import { MedusaStoreGuard } from '../../auth/medusa-store.guard';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { namedIn } from '../../ids/medusa-path-ids';
import { MedusaStoreRead } from '../../medusa-swagger';
import { MedusaPaymentProviderList, PaymentProvidersQueryDto } from './payment-provider.dto';
import { serializePaymentProviders } from './payment-provider.serializer';

@ApiTags('Payment Providers')
@InDialect(medusaDialect)
@UseGuards(MedusaStoreGuard)
@Controller('store/payment-providers')
export class MedusaStorePaymentProvidersController {
  constructor(
    private readonly stores: StoresReader,
    private readonly methods: PaymentMethodsReader,
  ) {}

  @Get()
  @Respond(200, serializePaymentProviders)
  @MedusaStoreRead('List a region’s payment providers', MedusaPaymentProviderList)
  async list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: PaymentProvidersQueryDto,
  ): Promise<PaymentMethod[]> {
    await this.stores.getRegion(ctx.storeId, namedIn('region', query.region_id).id, query.region_id);
    return this.methods.findVisible(ctx.storeId);
  }
}
