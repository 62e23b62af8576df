/** The session as this window knows it, and what the role of who works in it may do. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { mayIn, type Role, rolesOf } from '../../shared/domain/roles';
import { useQueryOp } from './hooks';

/** Who works in this window; undefined until it is known. */
export const useSession = () => useQueryOp('users.state', {}).data;

/** The role that decides what this window offers: the chair's where there are no users. */
export const useSeat = create<{ role: Role; set(role: Role): void }>((set) => ({
  role: 'chair',
  set: (role) => set({ role }),
}));

export const useRole = (): Role => useSeat((seat) => seat.role);

/** Whether the role at work may read or change an area, or call one operation that changes something. */
export function useRights() {
  const role = useRole();
  return useMemo(
    () => ({
      role,
      reads: (area: string) => mayIn(role, area, 'read'),
      changes: (area: string) => mayIn(role, area, 'change'),
      may: (operation: string) => rolesOf(operation, 'change').includes(role),
    }),
    [role],
  );
}
