export { Pages } from './pages';
export type { Credentials } from './login/sign-in-page';
export type { Registration } from './login/register-page';
