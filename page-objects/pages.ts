import type { Page } from '@playwright/test';
import { DashboardPage } from './dashboard/dashboard-page';
import { InvitationPage } from './login/invitation-page';
import { MfaSetupPage } from './login/mfa-setup-page';
import { RegisterPage } from './login/register-page';
import { SignInPage } from './login/sign-in-page';
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
}
