import type { Locator } from '@playwright/test';
import { Page } from '../base';
import { DashboardCard } from './dashboard-card';

/** The first page after sign-in. */
export class DashboardPage extends Page {
  readonly path = '/dashboard';
  readonly heading = this.page.getByRole('heading', { level: 1, name: /^Welcome, / });
  readonly cards = this.page.getByRole('main').getByRole('region');

  /** The greeting of one user. */
  greeting(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: `Welcome, ${name}`, exact: true });
  }

  /** The line below the greeting: where the user works, and as what. */
  position(organisation: string, role: string): Locator {
    return this.page.getByRole('main').getByText(`${organisation} · ${role}`, { exact: true });
  }

  /** A card by its title. */
  card(title: string): DashboardCard {
    return new DashboardCard(this.page.getByRole('region', { name: title, exact: true }));
  }
}
