import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import type { Invite } from './invite';
import { InvitesRepository } from './invites.repository';

/** A store's invitations, for its own people. */
@Injectable()
export class InvitesReader {
  constructor(private readonly invites: InvitesRepository) {}

  page(ctx: RequestContext, paging: Paging): Promise<Page<Invite>> {
    return this.invites.page(ctx.storeId, paging);
  }
}
