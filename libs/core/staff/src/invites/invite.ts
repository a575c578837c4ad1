/** An invitation to join the staff: whoever has its token and registers with its email becomes a user. */
export interface Invite {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly isAccepted: boolean;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
