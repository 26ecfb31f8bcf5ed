import { useEffect } from 'react';

/** Shows what the page is about in the title of the window. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · Kehu` : 'Kehu';
  }, [title]);
}
