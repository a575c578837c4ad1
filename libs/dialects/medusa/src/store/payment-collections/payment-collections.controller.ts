import { Body, Controller, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import {
  createdCollectionFrom,
  InitiateCollection,
  ReplacePaymentSession,
  type CollectionDetails,
} from '@tandem/payment-sessions';
import { MedusaStoreGuard } from '../../auth/medusa-store.guard';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { namedIn, NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaStoreRoute } from '../../medusa-swagger';
import { StoreQueryDto } from '../../fields/store-query.dto';
import * as dto from './payment-collection.dto';
import { presentPaymentCollection } from './payment-collection.presenter';

@ApiTags('Payment Collections')
@InDialect(medusaDialect)
@UseGuards(MedusaStoreGuard)
@Controller('store/payment-collections')
export class MedusaStorePaymentCollectionsController {
  constructor(
    private readonly initiate: InitiateCollection,
    private readonly replaceSession: ReplacePaymentSession,
  ) {}

  @Post()
  @Respond(200, presentPaymentCollection)
  @MedusaStoreRoute('Create or retrieve a cart’s payment collection', dto.MedusaPaymentCollectionResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) { cart_id }: dto.CreatePaymentCollectionDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<CollectionDetails> {
    return this.initiate.run(ctx, namedIn('cart', cart_id));
  }

  @Post(':id/payment-sessions')
  @Respond(200, presentPaymentCollection, { deserialize: createdCollectionFrom })
  @MedusaStoreRoute(
    'Create a payment session, replacing the collection’s earlier ones',
    dto.MedusaPaymentCollectionResponse,
  )
  createSession(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'collection') { id, shownId }: NamedId,
    @Body(medusaInput) body: dto.MedusaCreatePaymentSessionDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<CollectionDetails> {
    return this.replaceSession.run(ctx, {
      collectionId: id,
      shownId,
      providerId: body.provider_id,
      data: body.data ?? {},
    });
  }
}
