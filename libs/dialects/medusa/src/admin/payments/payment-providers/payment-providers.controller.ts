import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { ProvidersReader, type ProviderInStore } from '@tandem/payment-methods';
import { MedusaAdminGuard } from '../../../auth/medusa-admin.guard';
import { pageIn } from '../../../lists/list.mapper';
import { medusaDialect } from '../../../errors/medusa-dialect';
import { medusaInput } from '../../../medusa-input';
import { MedusaAdminRead } from '../../../medusa-swagger';
import { MedusaPaymentProviderList } from '../../../store/payment-providers/payment-provider.dto';
import { AdminPaymentProvidersQueryDto } from '../payments-query.dto';
import { serializePaymentProviders } from './payment-provider.serializer';

@ApiTags('Payments')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('settings')
@Controller('admin/payments/payment-providers')
export class MedusaAdminPaymentProvidersController {
  constructor(private readonly providers: ProvidersReader) {}

  @Get()
  @Respond(200, serializePaymentProviders)
  @MedusaAdminRead('List payment providers, and whether the store uses them', MedusaPaymentProviderList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: AdminPaymentProvidersQueryDto,
  ): Promise<Page<ProviderInStore>> {
    const filters = { ids: query.id, isEnabled: query.is_enabled };
    return this.providers.findPage(ctx, filters, pageIn(query, ['id']));
  }
}
