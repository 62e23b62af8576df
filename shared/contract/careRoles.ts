/** Who keeps visits and cases, and who reads them. */
import { type Access, access } from './kernel';

export const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'], sensitive: ['money', 'health'] };
export const readers: Access = { roles: access.everyone.roles, sensitive: ['money', 'health'] };
