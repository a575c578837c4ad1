import { ApiProperty } from '@nestjs/swagger';

/** A saved card, with legacy and current field names. Its number is never stored. */
export class SpreeCreditCard {
  @ApiProperty({ example: 'card_1C5nQHTxNqcUU3WZ1J6bWb' })
  id!: string;

  @ApiProperty({ example: 'visa' })
  cc_type!: string;

  /** Current name of cc_type. */
  @ApiProperty({ example: 'visa' })
  brand!: string;

  @ApiProperty({ example: '4242' })
  last_digits!: string;

  /** Current name of last_digits. */
  @ApiProperty({ example: '4242' })
  last4!: string;

  @ApiProperty({ example: 12 })
  month!: number;

  @ApiProperty({ example: 2027 })
  year!: number;

  @ApiProperty({ type: String, nullable: true, example: 'Bogus Card' })
  name!: string | null;

  @ApiProperty({ example: true })
  default!: boolean;

  /** The gateway's id of the card. */
  @ApiProperty({ type: String, nullable: true, example: 'BGS-0a1b2c3d4e5f60718293a4b5' })
  gateway_payment_profile_id!: string | null;
}
