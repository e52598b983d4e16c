export { GroundworkReporter as default } from './reporter';
