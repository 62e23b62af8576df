/** The session as this window knows it, and what the role of who works in it may do. */
import { mayIn, type Role, rolesOf } from '../../shared/domain/roles';
import { useQueryOp } from './hooks';

/** Who works in this window; undefined until it is known. */
export const useSession = () => useQueryOp('users.state', {}).data;

/** The role that decides what this window offers: the chair's where there are no users. */
export const useRole = (): Role => useSession()?.user?.role ?? 'chair';

/** Whether the role at work may read or change an area, or call one operation that changes something. */
export function useRights() {
  const role = useRole();
  return {
    role,
    reads: (area: string) => mayIn(role, area, 'read'),
    changes: (area: string) => mayIn(role, area, 'change'),
    may: (operation: string) => rolesOf(operation, 'change').includes(role),
  };
}
