import { Injectable } from '@nestjs/common';

/** Who requested which refund. In memory, so only for one process: a real app would use a table. */
@Injectable()
export class Approvals {
  private readonly requested = new Map<string, Set<string>>();

  /** Whether a different person has requested the same refund. */
  isSecond(refund: string, person: string): boolean {
    const people = this.requested.get(refund) ?? new Set();
    this.requested.set(refund, people.add(person));
    return people.size > 1;
  }
}
