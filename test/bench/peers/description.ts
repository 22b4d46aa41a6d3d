// AccessLink's description, from which peers generate their schemas.
import { fileURLToPath } from 'node:url';

/** The path of the OpenAPI document. */
export const DESCRIPTION = fileURLToPath(new URL('../../../docs/accesslink/openapi.yaml', import.meta.url));
