import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AccessGuard } from './access/access.guard.js';
import { AdviceController } from './advice/advice.controller.js';
import { OpenDesks } from './advice/open-desks.js';
import { ChangesController } from './changes/changes.controller.js';
import { LegalPracticeController } from './changes/legal-practice.controller.js';
import { ReplanSettingsController } from './changes/replan-settings.controller.js';
import { ClientLawController } from './clients/client-law.controller.js';
import { ErasureController } from './clients/erasure.controller.js';
import { ClientExportController } from './clients/client-export.controller.js';
import { ConfirmationController } from './confirmation/confirmation.controller.js';
import { ClientsController } from './clients/clients.controller.js';
import { StaffController } from './staff/staff.controller.js';
import { ClocksController } from './clocks/clocks.controller.js';
import { DataIssuesController } from './data-quality/data-issues.controller.js';
import { ExecutionController } from './execution/execution.controller.js';
import { MyController } from './field-work/my.controller.js';
import { ObservationsController } from './field-work/observations.controller.js';
import { SecretLinksController } from './field-work/secret-links.controller.js';
import { HealthController } from './health/health.controller.js';
import { takeKeys } from './idempotency/keyed-writes.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { requestLog } from './http/request-log.js';
import { validationPipe } from './http/validation.js';
import { IdentityLogInController } from './identity/identity-log-in.controller.js';
import { IdentitySettingsController } from './identity/identity-settings.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { API_PARTS, type ApiParts } from './parts.js';
import { RepairsController } from './morning/repairs.controller.js';
import { BillingController } from './ledger/billing.controller.js';
import { DocumentsController } from './ledger/documents.controller.js';
import { PayrollController } from './ledger/payroll.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { GrowthController } from './growth/growth.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerWorkbookController } from './ledger/ledger-workbook.controller.js';
import { OutboxKick } from './plans/outbox-kick.js';
import { PlansController } from './plans/plans.controller.js';
import { WeightProfilesController } from './plans/weight-profiles.controller.js';
import { ProviderController } from './provider/provider.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { TrailController } from './trail/trail.controller.js';
import { EmergencyController } from './emergency/emergency.controller.js';
import { ProgramTokensController } from './programs/program-tokens.controller.js';
import { AccountsController } from './session/accounts.controller.js';
import { CredentialsController } from './session/credentials.controller.js';
import { SessionController } from './session/session.controller.js';
import { ProposalController } from './shaping/proposal.controller.js';
import { SharingController } from './sharing/sharing.controller.js';
import { WorkItemsController } from './work-items/work-items.controller.js';

/** The routes and what stands before each of them: the session, the schemas, the answer to errors. */
@Module({})
export class ApiModule {
  static with(parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [LoggerModule.forRoot({ pinoHttp: requestLog(parts.logger) })],
      controllers: takeKeys([
        HealthController,
        SessionController,
        ClientExportController,
        ClientLawController,
        ClientsController,
        StaffController,
        ClocksController,
        DataIssuesController,
        CredentialsController,
        AccountsController,
        ProgramTokensController,
        EmergencyController,
        IdentityLogInController,
        IdentitySettingsController,
        ErasureController,
        TrailController,
        ProviderController,
        PlansController,
        WeightProfilesController,
        AdviceController,
        RepairsController,
        ImportsController,
        ChangesController,
        ReplanSettingsController,
        LegalPracticeController,
        WorkItemsController,
        RulesController,
        ProposalController,
        SharingController,
        ExecutionController,
        ConfirmationController,
        LedgerController,
        LedgerWorkbookController,
        BillingController,
        DocumentsController,
        PayrollController,
        QualityController,
        GrowthController,
        MyController,
        ObservationsController,
        SecretLinksController,
      ]),
      providers: [
        { provide: API_PARTS, useValue: parts },
        OutboxKick,
        OpenDesks,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useValue: validationPipe() },
        { provide: APP_FILTER, useValue: new ProblemFilter(parts.logger) },
      ],
    };
  }
}
