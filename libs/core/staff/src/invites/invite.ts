/** An invitation to join the staff: its token, with a registration of its email, creates a user. */
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
