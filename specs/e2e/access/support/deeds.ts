import type { Role } from 'groundwork-e2e';
import { freshGtin } from '../../inventory/support/gtin';
import { line, somebody } from '../../prescriptions/support/prescriptions';
import { tomorrow } from '../../teleconsultation/support/consultations';
import type { BackendService } from './services';

/** The areas of the app that roles differ in. */
export const AREAS = [
  'prescriptions',
  'inventory',
  'reports',
  'consultations',
  'messages',
  'users',
  'locations',
  'account',
] as const;
/** One of {@link AREAS}. */
export type Area = (typeof AREAS)[number];

/** Something that can be asked for, and who may. */
export interface Deed {
  readonly name: string;
  readonly service: BackendService;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: () => object;
  /** How it is answered to those who may; all others are told that they miss the right. */
  readonly verdict: '200' | '201' | '404 not-found';
  readonly roles: readonly Role[];
}

const EVERYBODY = ['owner', 'pharmacist', 'assistant', 'doctor', 'patient'] as const;
const PHARMACY = ['owner', 'pharmacist'] as const;
const OWNER = ['owner'] as const;
// Nobody has it: whoever may do something to it is told that it is not there.
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let slots = 0;

const prescriptions: readonly Deed[] = [
  { name: 'read', method: 'GET', path: '', verdict: '200', roles: [...PHARMACY, 'doctor', 'patient'] } as const,
  { name: 'write', method: 'POST', path: '', verdict: '201', roles: [...PHARMACY, 'doctor'] } as const,
  { name: 'approve', method: 'POST', path: `/${NOWHERE}/approve`, verdict: '404 not-found', roles: PHARMACY } as const,
].map(({ path, ...deed }) => ({
  ...{ ...deed, service: 'prescription-service' as const, path: `/api/prescriptions${path}` },
  ...(deed.name === 'write' ? { body: () => ({ patient: somebody(), lines: [line()] }) } : {}),
}));

const item = () => ({ gtin: freshGtin(), name: 'Aspirin', strength: '5 mg', form: 'Tablet', reorderLevel: 1, targetLevel: 2 });
const place = () => ({ name: 'Am Markt', street: 'Marktgasse 1', postcode: '3011', city: 'Bern', country: 'CH', openingHours: [] });
const guest = () => ({ email: `${crypto.randomUUID()}@officina.example`, name: 'Nora Newcomer', role: 'doctor' });
const talk = () => ({ subject: 'Delivery', text: 'Is it there?', participantIds: [crypto.randomUUID()] });

/** What is done in each area; one reading, one writing at least, and what a role alone may do. */
export const DEEDS: Readonly<Record<Area, readonly Deed[]>> = {
  prescriptions,
  inventory: (['GET', 'POST'] as const).map((method) => ({
    ...{ method, service: 'inventory-service', path: '/api/inventory/items' },
    ...(method === 'GET' ? { name: 'read', verdict: '200' } : { name: 'add', verdict: '201', body: item }),
    roles: [...PHARMACY, 'assistant'],
  })),
  reports: ['stock', 'moves.csv'].map((report) => ({
    ...{ name: report, method: 'GET', service: 'inventory-service', path: `/api/inventory/reports/${report}` },
    ...{ verdict: '200', roles: PHARMACY },
  })),
  consultations: [
    {
      ...{ name: 'read', method: 'GET', service: 'teleconsultation-service', path: '/api/consultations' },
      ...{ verdict: '200', roles: [...PHARMACY, 'doctor', 'patient'] },
    },
    {
      ...{ name: 'offer', method: 'POST', service: 'teleconsultation-service', path: '/api/consultations/slots' },
      ...{ verdict: '201', roles: ['doctor'] },
      body: () => ({ startsAt: tomorrow(30 * slots++), minutes: 20 }),
    },
    {
      ...{ name: 'book', method: 'POST', service: 'teleconsultation-service', path: `/api/consultations/slots/${NOWHERE}/book` },
      ...{ verdict: '404 not-found', roles: ['patient'], body: () => ({ reason: 'Rash on both arms' }) },
    },
  ],
  messages: (['GET', 'POST'] as const).map((method) => ({
    ...{ method, service: 'notification-service', path: '/api/messages/threads', roles: EVERYBODY },
    ...(method === 'GET' ? { name: 'read', verdict: '200' } : { name: 'write', verdict: '201', body: talk }),
  })),
  users: [
    { name: 'read', method: 'GET', service: 'user-service', path: '/api/users', verdict: '200', roles: OWNER },
    { name: 'invite', method: 'POST', service: 'user-service', path: '/api/users', verdict: '201', roles: OWNER, body: guest },
    { name: 'audit', method: 'GET', service: 'user-service', path: '/api/audit', verdict: '200', roles: OWNER },
    { name: 'export the audit', method: 'GET', service: 'user-service', path: '/api/audit/export.csv', verdict: '200', roles: OWNER },
    {
      ...{ name: 'permit', method: 'PUT', service: 'user-service', path: `/api/users/${NOWHERE}/permissions` },
      ...{ verdict: '404 not-found', roles: OWNER, body: () => ({ overrides: {} }) },
    },
    {
      ...{ name: 'delete', method: 'DELETE', service: 'user-service', path: `/api/users/${NOWHERE}` },
      ...{ verdict: '404 not-found', roles: OWNER },
    },
  ],
  locations: [
    { name: 'read', method: 'GET', service: 'pharmacy-service', path: '/api/pharmacies', verdict: '200', roles: EVERYBODY },
    { name: 'add', method: 'POST', service: 'pharmacy-service', path: '/api/pharmacies', verdict: '201', roles: OWNER, body: place },
  ],
  account: [
    { name: 'read', method: 'GET', service: 'user-service', path: '/api/account', verdict: '200', roles: EVERYBODY },
    {
      ...{ name: 'change', method: 'PATCH', service: 'user-service', path: '/api/account' },
      ...{ verdict: '200', roles: OWNER, body: () => ({ timeZone: 'Europe/Zurich' }) },
    },
    {
      ...{ name: 'demand a second step', method: 'PUT', service: 'auth-service', path: '/api/auth/mfa/policy' },
      ...{ verdict: '200', roles: OWNER, body: () => ({ required: 'nobody' }) },
    },
    { name: 'outbox', method: 'GET', service: 'notification-service', path: '/api/outbox', verdict: '200', roles: OWNER },
  ],
};
