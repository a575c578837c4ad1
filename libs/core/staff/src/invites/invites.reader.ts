import { Injectable } from '@nestjs/common';
import type { Page, PageAsked, RequestContext } from '@tandem/context';
import type { Invite } from './invite';
import { InvitesRepository, type InviteOrderField } from './invites.repository';

@Injectable()
export class InvitesReader {
  constructor(private readonly invites: InvitesRepository) {}

  page(ctx: RequestContext, asked: PageAsked<InviteOrderField>): Promise<Page<Invite>> {
    return this.invites.findPage(ctx.storeId, asked);
  }
}
