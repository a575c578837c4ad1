import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { IS_PUBLIC } from '@tandem/auth';
import { StoresReader } from '@tandem/stores';
import { DEMO_EMAILS, DemoPeople } from './demo-people';
import { DEMO_STORE } from './demo-store';

/** Warns at the start of a public server if the demo people still have the well-known password. */
@Injectable()
export class WarnAboutDemoPassword implements OnApplicationBootstrap {
  private readonly logger = new Logger(WarnAboutDemoPassword.name);

  constructor(
    private readonly stores: StoresReader,
    private readonly people: DemoPeople,
    @Inject(IS_PUBLIC) private readonly isPublic: boolean,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const store = this.isPublic ? await this.stores.findByName(DEMO_STORE) : null;
    const people = store && (await this.people.findPeople(store, DEMO_EMAILS));
    if (!store || !people || !(await this.people.haveDemoPassword(store, people)).some(Boolean)) return;
    this.logger.warn(
      `${DEMO_EMAILS.admin} has the demo password, which is public: login with it is refused while this server ` +
        'is public. Run the command "demo" with the same settings to set a new one.',
    );
  }
}
