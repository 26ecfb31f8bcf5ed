import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { Problem, Unreachable } from '../api/problem';
import { useErrorText } from './Notice';

/** Says that an action of one click has failed, wherever on the page it was. */
export function Failures() {
  const describe = useErrorText();
  useEffect(() => {
    const onFailure = (event: PromiseRejectionEvent) => {
      const reason: unknown = event.reason;
      // Without a session, a dialog leads to the login
      if ((reason instanceof Problem && reason.status !== 401) || reason instanceof Unreachable) {
        event.preventDefault();
        notifications.show({ color: 'red', withBorder: true, autoClose: 10_000, message: describe(reason) });
      }
    };
    window.addEventListener('unhandledrejection', onFailure);
    return () => window.removeEventListener('unhandledrejection', onFailure);
  }, [describe]);
  return null;
}
