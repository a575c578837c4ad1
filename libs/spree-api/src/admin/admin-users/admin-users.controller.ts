import { Controller, Delete, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeleteUser, UsersReader, type AdminUser } from '@tandem/accounts';
import { RequiresScope, SpreeAdminGuard } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { SpreeAnswers } from '../../spree-answers';
import { spreeDialect } from '../../spree-dialect';
import { uuidOf } from '../../spree-ids';
import { SpreeList } from '../../spree-list';
import { pagingOf, presentPage } from '../../spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeAdminUser } from './admin-user.dto';
import { presentAdminUser } from './admin-user.presenter';

/** The store's staff. They are added by invitation, through Medusa's API. */
@ApiTags('Staff')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('staff')
@Controller('api/v3/admin/admin_users')
export class SpreeAdminUsersController {
  constructor(
    private readonly users: UsersReader,
    private readonly deleteUser: DeleteUser,
  ) {}

  @Get()
  @SpreeAnswers(200, presentPage(presentAdminUser))
  @SpreeList()
  @docs.SpreeAdminRead('List the store’s staff', docs.PageOf(SpreeAdminUser))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<AdminUser>> {
    return this.users.page(ctx, {}, pagingOf(query));
  }

  @Get(':id')
  @SpreeAnswers(200, presentAdminUser)
  @docs.SpreeAdminRead('Read a member of staff', SpreeAdminUser)
  read(@Ctx() ctx: RequestContext, @Param('id') id: string): Promise<AdminUser> {
    return this.users.get(ctx, uuidOf('admin', id), id);
  }

  @Delete(':id')
  @SpreeAnswers(204, () => null)
  @docs.SpreeAdminRoute('Delete a member of staff, which ends their logins', 204, null)
  remove(@Ctx() ctx: RequestContext, @Param('id') id: string): Promise<string> {
    return this.deleteUser.run(ctx, { id: uuidOf('admin', id), shownId: id });
  }
}
