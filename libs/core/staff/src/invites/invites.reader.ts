import { Injectable } from '@nestjs/common';
import type { Page, PageRequest, RequestContext } from '@tandem/context';
import type { Invite } from './invite';
import { InvitesRepository, type InviteOrderField } from './invites.repository';

@Injectable()
export class InvitesReader {
  constructor(private readonly invites: InvitesRepository) {}

  findPage(ctx: RequestContext, requested: PageRequest<InviteOrderField>): Promise<Page<Invite>> {
    return this.invites.findPage(ctx.storeId, requested);
  }
}
