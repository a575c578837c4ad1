import { Global, Module } from '@nestjs/common';
import { Events } from './events';
import { EventsRepository } from './events.repository';

@Global()
@Module({ providers: [EventsRepository, Events], exports: [Events, EventsRepository] })
export class EventsModule {}
