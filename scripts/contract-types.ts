import openapiTS, { astToString } from 'openapi-typescript';

/** The types of a service's OpenAPI document, as they are kept beside it. */
export async function contractTypes(document: string): Promise<string> {
  return `// Made by "npm run contracts"; do not edit.\n\n${astToString(await openapiTS(document))}`;
}
