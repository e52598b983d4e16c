import type { Page } from '@playwright/test';
import { ConsultationPage } from './consultations/consultation-page';
import { ConsultationsPage } from './consultations/consultations-page';
import { DashboardPage } from './dashboard/dashboard-page';
import { AlertsPage } from './inventory/alerts-page';
import { ItemPage } from './inventory/item-page';
import { ItemsPage } from './inventory/items-page';
import { ReorderPage } from './inventory/reorder-page';
import { ReportsPage } from './inventory/reports-page';
import { InvitationPage } from './login/invitation-page';
import { MfaSetupPage } from './login/mfa-setup-page';
import { RegisterPage } from './login/register-page';
import { SignInPage } from './login/sign-in-page';
import { AuditLogPage } from './master-account/audit-log-page';
import { LocationsPage } from './master-account/locations-page';
import { SecurityPage } from './master-account/security-page';
import { SessionsPage } from './master-account/sessions-page';
import { SettingsPage } from './master-account/settings-page';
import { UsersPage } from './master-account/users-page';
import { MessagesPage } from './messages/messages-page';
import { PharmacyPage } from './pharmacy/pharmacy-page';
import { PublicPharmacyPage } from './pharmacy/public-pharmacy-page';
import { NewPrescriptionPage } from './prescriptions/new-prescription-page';
import { PrescriptionPage } from './prescriptions/prescription-page';
import { PrescriptionsPage } from './prescriptions/prescriptions-page';
import { Shell } from './shell/shell';

/** All pages of Officina for one browser page. */
export class Pages {
  constructor(readonly page: Page) {}

  get signIn(): SignInPage {
    return new SignInPage(this.page);
  }

  get register(): RegisterPage {
    return new RegisterPage(this.page);
  }

  get invitation(): InvitationPage {
    return new InvitationPage(this.page);
  }

  get mfaSetup(): MfaSetupPage {
    return new MfaSetupPage(this.page);
  }

  get dashboard(): DashboardPage {
    return new DashboardPage(this.page);
  }

  /** The frame around every page of a signed-in user. */
  get shell(): Shell {
    return new Shell(this.page.locator(':root'));
  }

  get users(): UsersPage {
    return new UsersPage(this.page);
  }

  get locations(): LocationsPage {
    return new LocationsPage(this.page);
  }

  get security(): SecurityPage {
    return new SecurityPage(this.page);
  }

  get auditLog(): AuditLogPage {
    return new AuditLogPage(this.page);
  }

  get sessions(): SessionsPage {
    return new SessionsPage(this.page);
  }

  get settings(): SettingsPage {
    return new SettingsPage(this.page);
  }

  get items(): ItemsPage {
    return new ItemsPage(this.page);
  }

  /** The page of one item. */
  item(id: string): ItemPage {
    return new ItemPage(this.page, id);
  }

  get stockAlerts(): AlertsPage {
    return new AlertsPage(this.page);
  }

  get reorder(): ReorderPage {
    return new ReorderPage(this.page);
  }

  get stockReports(): ReportsPage {
    return new ReportsPage(this.page);
  }

  get messages(): MessagesPage {
    return new MessagesPage(this.page);
  }

  /** The page of what a location shows; the first location, where none is named. */
  pharmacy(location?: { readonly id: string }): PharmacyPage {
    return new PharmacyPage(this.page, location?.id);
  }

  /** What everybody sees of a location. */
  publicPharmacy({ slug }: { readonly slug: string }): PublicPharmacyPage {
    return new PublicPharmacyPage(this.page, slug);
  }

  get prescriptions(): PrescriptionsPage {
    return new PrescriptionsPage(this.page);
  }

  /** The page of one prescription. */
  prescription({ id }: { readonly id: string }): PrescriptionPage {
    return new PrescriptionPage(this.page, id);
  }

  get newPrescription(): NewPrescriptionPage {
    return new NewPrescriptionPage(this.page);
  }

  get consultations(): ConsultationsPage {
    return new ConsultationsPage(this.page);
  }

  /** The page of one consultation. */
  consultation({ id }: { readonly id: string }): ConsultationPage {
    return new ConsultationPage(this.page, id);
  }
}
