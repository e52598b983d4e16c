import type { Locator, Page } from '@playwright/test';
import type { AuthFixture, Role } from 'groundwork-e2e';
import type { Filled } from './filled';

/** The app's languages. */
export const LANGUAGES = ['de', 'fr', 'en'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** A page of the app, with something to show. */
export interface MainPage {
  /** What test titles call it. */
  readonly name: string;
  readonly path: string | ((filled: Filled) => string);
  /** Who looks at it; `null` for nobody who is signed in. */
  readonly as: Role | null;
  /** Its h1 in each language; one expression where the heading is a name. */
  readonly heading: Readonly<Record<Language, string>> | RegExp;
}

/** Every main page of the app: a new one is one line more. */
export const MAIN_PAGES: readonly MainPage[] = [
  { name: 'sign-in', path: '/sign-in', as: null, heading: { de: 'Anmelden', fr: 'Connexion', en: 'Sign in' } },
  { name: 'register', path: '/register', as: null, heading: { de: 'Organisation registrieren', fr: 'Inscrire votre organisation', en: 'Register your organisation' } },
  { name: 'invitation', path: ({ invitation }) => `/invitation/${invitation}`, as: null, heading: { de: 'Einladung annehmen', fr: 'Accepter votre invitation', en: 'Accept your invitation' } },
  { name: 'dashboard', path: '/dashboard', as: 'owner', heading: { de: 'Willkommen, Olivia Owner', fr: 'Bienvenue, Olivia Owner', en: 'Welcome, Olivia Owner' } },
  { name: 'prescriptions', path: '/prescriptions', as: 'owner', heading: { de: 'Rezepte', fr: 'Ordonnances', en: 'Prescriptions' } },
  { name: 'prescription', path: ({ prescription }) => `/prescriptions/${prescription.id}`, as: 'owner', heading: /^RX-/ },
  { name: 'new prescription', path: '/prescriptions/new', as: 'doctor', heading: { de: 'Neues Rezept', fr: 'Nouvelle ordonnance', en: 'New prescription' } },
  { name: "a doctor's consultations", path: '/consultations', as: 'doctor', heading: { de: 'Sprechstunden', fr: 'Consultations', en: 'Consultations' } },
  { name: "a patient's consultations", path: '/consultations', as: 'patient', heading: { de: 'Sprechstunden', fr: 'Consultations', en: 'Consultations' } },
  { name: 'consent to a consultation', path: ({ booked }) => `/consultations/${booked.id}`, as: 'patient', heading: { de: 'Sprechstunde mit Doris Doctor', fr: 'Consultation avec Doris Doctor', en: 'Consultation with Doris Doctor' } },
  { name: 'consultation room', path: ({ room }) => `/consultations/${room.id}`, as: 'doctor', heading: { de: 'Sprechstunde mit Paul Patient', fr: 'Consultation avec Paul Patient', en: 'Consultation with Paul Patient' } },
  { name: 'inventory', path: '/inventory', as: 'owner', heading: { de: 'Lager', fr: 'Stock', en: 'Inventory' } },
  { name: 'item', path: ({ item }) => `/inventory/items/${item.id}`, as: 'owner', heading: /^Dafalgan/ },
  { name: 'stock alerts', path: '/inventory/alerts', as: 'owner', heading: { de: 'Warnungen', fr: 'Alertes', en: 'Alerts' } },
  { name: 'reorder suggestions', path: '/inventory/reorder', as: 'owner', heading: { de: 'Bestellen', fr: 'Commander', en: 'Reorder' } },
  { name: 'stock reports', path: '/inventory/reports', as: 'owner', heading: { de: 'Berichte', fr: 'Rapports', en: 'Reports' } },
  { name: 'messages', path: '/messages', as: 'owner', heading: { de: 'Nachrichten', fr: 'Messages', en: 'Messages' } },
  { name: 'conversation', path: ({ thread }) => `/messages/${thread.id}`, as: 'owner', heading: { de: 'Nachrichten', fr: 'Messages', en: 'Messages' } },
  { name: 'pharmacy page', path: '/pharmacy', as: 'owner', heading: { de: 'Apothekenseite', fr: 'Page de la pharmacie', en: 'Pharmacy page' } },
  { name: 'public page of a pharmacy', path: ({ pharmacy }) => `/p/${pharmacy.slug}`, as: null, heading: /^Apotheke am Markt/ },
  { name: 'users', path: '/master-account/users', as: 'owner', heading: { de: 'Benutzer', fr: 'Utilisateurs', en: 'Users' } },
  { name: 'locations', path: '/master-account/locations', as: 'owner', heading: { de: 'Standorte', fr: 'Sites', en: 'Locations' } },
  { name: 'security', path: '/master-account/security', as: 'owner', heading: { de: 'Sicherheit', fr: 'Sécurité', en: 'Security' } },
  { name: 'audit log', path: '/master-account/audit-log', as: 'owner', heading: { de: 'Protokoll', fr: 'Journal', en: 'Audit log' } },
  { name: 'sessions', path: '/master-account/sessions', as: 'owner', heading: { de: 'Sitzungen', fr: 'Sessions', en: 'Sessions' } },
  { name: 'settings', path: '/master-account/settings', as: 'owner', heading: { de: 'Einstellungen', fr: 'Paramètres', en: 'Settings' } },
  { name: 'an area without the right to it', path: '/inventory', as: 'patient', heading: { de: 'Sie haben keinen Zugriff auf diesen Bereich', fr: 'Vous n’avez pas accès à cette section', en: 'You do not have access to this area' } },
  { name: 'an address without a page', path: '/no/such/page', as: 'owner', heading: { de: 'Diese Seite gibt es nicht', fr: 'Cette page n’existe pas', en: 'This page does not exist' } },
];

/** What a visit needs of a test. */
export interface Visitor {
  readonly page: Page;
  readonly auth: AuthFixture;
  readonly filled: Filled;
}

/** The main page that test titles call so. */
export function mainPage(name: string): MainPage {
  const found = MAIN_PAGES.find((each) => each.name === name);
  if (found) return found;
  throw new Error(`No main page is called "${name}"; see MAIN_PAGES in main-pages.ts.`);
}

/** Opens a main page as the one who looks at it and waits until all of its parts have come. */
export async function visit({ page, auth, filled }: Visitor, { as, path }: MainPage): Promise<void> {
  if (as) await auth.signIn(page, as);
  await page.goto(typeof path === 'string' ? path : path(filled));
  await settled(page);
}

/** Waits until the page has its heading and none of its parts loads any more. */
export async function settled(page: Page): Promise<void> {
  await headingOf(page).waitFor();
  await page.locator('[aria-busy="true"], .loading').first().waitFor({ state: 'detached' });
}

/** The h1 of whatever page is shown. */
export function headingOf(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}
