import { MasterAccountPage } from './master-account-page';
import { PasswordSection } from './password-section';
import { SecondStepPolicy } from './second-step-policy';
import { SecondStepSection } from './second-step-section';

/** How the user signs in and, for the owner, what the organisation demands. */
export class SecurityPage extends MasterAccountPage {
  readonly path = '/master-account/security';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Security' });
  readonly secondStep = new SecondStepSection(
    this.page.getByRole('region', { name: 'Two-step sign-in', exact: true }),
  );
  readonly password = new PasswordSection(this.page.getByRole('region', { name: 'Password', exact: true }));
  readonly policy = new SecondStepPolicy(
    this.page.getByRole('region', { name: 'Who must use two-step sign-in' }),
  );
}
