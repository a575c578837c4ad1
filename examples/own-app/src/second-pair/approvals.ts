import { Injectable } from '@nestjs/common';

/** Who wants which refund. In memory, and so for one process: a real app has a table of its own. */
@Injectable()
export class Approvals {
  private readonly wanted = new Map<string, Set<string>>();

  /** Whether another person than this one wants the same. */
  isSecond(refund: string, person: string): boolean {
    const people = this.wanted.get(refund) ?? new Set();
    this.wanted.set(refund, people.add(person));
    return people.size > 1;
  }
}
