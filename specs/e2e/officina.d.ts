import type platform from '../../groundwork.config';

declare module 'groundwork-e2e' {
  interface Register {
    platform: typeof platform;
  }
}
