import { TimeFilter, type TimeOperatorsDto } from '../../lists/list-query.dto';
import { RegionsQueryDto } from '../../store/regions/region.dto';

/** Query of GET /admin/regions. */
export class AdminRegionsQueryDto extends RegionsQueryDto {
  @TimeFilter()
  created_at?: TimeOperatorsDto;

  @TimeFilter()
  updated_at?: TimeOperatorsDto;
}
