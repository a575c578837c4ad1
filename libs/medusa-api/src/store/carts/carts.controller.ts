import { Controller, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MedusaStoreGuard } from '@tandem/auth';
import { CompleteOrder, type Completion } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Answers, Ctx, InDialect } from '@tandem/http';
import { medusaDialect } from '../../medusa-dialect';
import { uuidOf } from '../../medusa-ids';
import { medusaInput } from '../../medusa-input';
import { MedusaStoreRoute } from '../../medusa-swagger';
import { StoreQueryDto } from '../../store-query.dto';
import { presentCompletion } from './cart-completion.presenter';
import { MedusaCartCompletion } from './cart.dto';

@ApiTags('Carts')
@InDialect(medusaDialect)
@UseGuards(MedusaStoreGuard)
@Controller('store/carts')
export class MedusaStoreCartsController {
  constructor(private readonly completeOrder: CompleteOrder) {}

  @Post(':id/complete')
  @Answers(200, presentCompletion)
  @MedusaStoreRoute('Complete a cart: its session is authorized and the order placed', MedusaCartCompletion)
  complete(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<Completion> {
    return this.completeOrder.run(ctx, { id: uuidOf('cart', id), shownId: id });
  }
}
