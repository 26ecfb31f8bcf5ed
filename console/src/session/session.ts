import { useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback } from 'react';
import { Problem, Unreachable } from '../api/problem';
import type { MeView } from '../../generated/auth';
import { protectWith } from '../api/client';

export interface Session {
  user: { id: string; name: string; displayName: string | null; email: string | null };
  permissions: Set<string>;
}

interface Answered {
  me: MeView;
  csrfToken: string;
}

/** `customer:read:team` is `customer:read` for some records; which ones, the answers show. */
function unscoped(permission: string): string {
  return permission.split(':').slice(0, 2).join(':');
}

async function readSession(): Promise<Session> {
  const response = await fetch('/session', { headers: { Accept: 'application/json' } }).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  const { me, csrfToken } = (await response.json()) as Answered;
  protectWith(csrfToken);
  const { userId, name, displayName, email } = me;
  return { user: { id: userId ?? '', name, displayName, email }, permissions: new Set(me.permissions.map(unscoped)) };
}

export function useSessionQuery() {
  return useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: Infinity, retry: false });
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) {
    throw new Error('Only available after login');
  }
  return session;
}

/** Returns a predicate that says whether the user has a permission, for whichever records. What needs none is granted. */
export function useCan(): (permission: string | null | undefined) => boolean {
  const { permissions } = useSession();
  return useCallback((permission) => !permission || permissions.has(permission), [permissions]);
}
