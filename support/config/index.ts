export { defineConfig, type GroundworkConfig } from './define-config';
export { whereInstalled } from './browser-projects';
