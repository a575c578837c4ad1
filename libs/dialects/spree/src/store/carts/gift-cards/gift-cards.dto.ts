import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

/** Body of POST …/gift_cards. */
export class ApplyGiftCardDto {
  /** Upper or lower case, with or without dashes. */
  @ApiProperty({ example: 'R4TK-9ZP2-M7QX-3W8C' })
  @IsString({ message: '$property must be a string' })
  @Length(1, 255, { message: "$property can't be blank" })
  code!: string;
}
