import { Button, Kbd } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheckIcon } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReviewItem } from '../../generated/migration';
import { api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { ErrorNotice, Notice, useErrorText } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { migrations } from './jobs';
import { Pair } from './Pair';
import styles from './Review.module.css';
import { Trail } from './Trail';

interface Queue {
  items: ReviewItem[];
  nextCursor: string | null;
}

/** The queue of unsure pairs, one at a time, decided by the keys Y, N, S and U. */
export function ReviewPage() {
  const { id } = useParams();
  const { t } = useTexts();
  useTitle(t('review.title'));
  const path = `${migrations}/linkages/${id}/review`;
  const { data, error, refetch } = useQuery({
    queryKey: ['review', id],
    queryFn: async ({ signal }) => {
      const items: ReviewItem[] = [];
      let cursor: string | null = null;
      do {
        const page: Queue = await api.get<Queue>(path, { query: { limit: 200, ...(cursor && { cursor }) }, signal });
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor && items.length < 2_000);
      return items;
    },
    staleTime: Infinity,
  });
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  if (data.length === 0) {
    return <Notice icon={CircleCheckIcon} title={t('review.none')} action={<Link to={`/workbench/linkages/${id}`}>{t('job.linkage')}</Link>} />;
  }
  return <Deciding linkage={id ?? ''} path={path} pairs={data} />;
}

const keys: Record<string, 'same' | 'different' | 'skip' | 'undo'> = { y: 'same', n: 'different', s: 'skip', u: 'undo' };

function Deciding({ linkage, path, pairs }: { linkage: string; path: string; pairs: ReviewItem[] }) {
  const { t } = useTexts();
  const formats = useFormats();
  const can = useCan();
  const client = useQueryClient();
  const describe = useErrorText();
  const [at, setAt] = useState(() => Math.max(0, pairs.findIndex((pair) => !pair.decision)));
  const [failure, setFailure] = useState<unknown>();
  const pair = pairs[at];
  const decided = pairs.filter((each) => each.decision).length;
  const writable = can('migration:write');
  const store = useCallback(
    (changed: ReviewItem) =>
      client.setQueryData<ReviewItem[]>(['review', linkage], (all) => all?.map((each) => (each.number === changed.number ? changed : each))),
    [client, linkage],
  );
  const act = useCallback(
    async (action: 'same' | 'different' | 'skip' | 'undo') => {
      setFailure(undefined);
      try {
        if (action === 'undo') {
          const previous = pairs[at - 1];
          if (previous) {
            setAt(at - 1);
            if (previous.decision) {
              await api.remove(`${path}/${previous.number}/decision`);
              store({ ...previous, decision: undefined } as unknown as ReviewItem);
            }
          }
        } else if (pair) {
          // The next pair is shown at once; the decision is stored meanwhile
          setAt(at + 1);
          if (action !== 'skip') {
            store((await api.put<ReviewItem>(`${path}/${pair.number}/decision`, { same: action === 'same' })).data);
          }
        }
      } catch (error) {
        setAt(at);
        setFailure(error);
      }
    },
    [at, pair, pairs, path, store],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = keys[event.key.toLowerCase()];
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      // A key that is held down must not decide pairs that nobody has seen
      if (action && writable && !typing && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        void act(action);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act, writable]);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Trail />
        <div className={styles['line']}>
          <h1>{t('review.title')}</h1>
          <span className="muted tabular" aria-live="polite">
            {formats.number(decided)} / {formats.number(pairs.length)} {t('review.decided')}
          </span>
        </div>
        <div className={styles['progress']} role="progressbar" aria-label={t('review.decided')} aria-valuenow={decided} aria-valuemin={0} aria-valuemax={pairs.length}>
          <span style={{ width: `${(decided / pairs.length) * 100}%` }} />
        </div>
      </header>
      {failure !== undefined && (
        <p role="alert" className={styles['error']}>
          {describe(failure)}
        </p>
      )}
      {pair ? (
        <Pair key={pair.number} pair={pair} />
      ) : (
        <Notice icon={CircleCheckIcon} title={t('review.done')} action={<Button variant="default" onClick={() => setAt(0)}>{t('review.again')}</Button>}>
          <Link to={`/workbench/linkages/${linkage}`}>{t('job.linkage')}</Link>
        </Notice>
      )}
      {writable && (
        <footer className={styles['actions']}>
          <Button disabled={!pair} onClick={() => void act('same')} rightSection={<Kbd size="xs">Y</Kbd>}>
            {t('review.same')}
          </Button>
          <Button variant="default" disabled={!pair} onClick={() => void act('different')} rightSection={<Kbd size="xs">N</Kbd>}>
            {t('review.different')}
          </Button>
          <Button variant="default" disabled={!pair} onClick={() => void act('skip')} rightSection={<Kbd size="xs">S</Kbd>}>
            {t('review.skip')}
          </Button>
          <Button variant="subtle" color="gray" disabled={at === 0} onClick={() => void act('undo')} rightSection={<Kbd size="xs">U</Kbd>}>
            {t('review.undo')}
          </Button>
        </footer>
      )}
    </div>
  );
}
