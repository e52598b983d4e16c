/**
 * A service's name as it stands in variables.
 *
 * @example serviceVariable('auth-service') // 'AUTH_SERVICE'
 */
export function serviceVariable(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}
