import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { GROWTH_QUEUE, PLAN_QUEUE, QUEUE_SETTINGS, REPLAN_QUEUE } from '#jobs';
import { GrowthProcessor } from './growth/growth.processor.js';
import { WORKER_PARTS, type WorkerParts } from './parts.js';
import { PlanProcessor } from './plans/plan.processor.js';
import { RelaySchedule } from './plans/relay.schedule.js';
import { ReplanProcessor } from './replan/replan.processor.js';
import { DailySchedules } from './schedules/daily.schedules.js';

/** The jobs and schedules of one worker process. */
@Module({})
export class WorkerModule {
  static with(parts: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        // A worker waits for Redis however long it is away.
        BullModule.forRoot({ ...QUEUE_SETTINGS, connection: { url: parts.redisUrl, maxRetriesPerRequest: null } }),
        // Registering the queue is what makes the module start its processors.
        BullModule.registerQueue({ name: PLAN_QUEUE }, { name: REPLAN_QUEUE }, { name: GROWTH_QUEUE }),
        ScheduleModule.forRoot(),
      ],
      providers: [
        { provide: WORKER_PARTS, useValue: parts },
        PlanProcessor,
        ReplanProcessor,
        GrowthProcessor,
        RelaySchedule,
        DailySchedules,
      ],
    };
  }
}
