import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { ChevronDownIcon, ChevronUpIcon } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { KindName } from '../../generated/kinds';
import { useTexts } from '../i18n/language';
import { neighbours } from '../list/lastList';

/** Leads to the records before and after this one in the list that the user came from, also by the keys K and J. */
export function Neighbours({ kind, id }: { kind: KindName; id: string }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { previous, next } = neighbours(kind, id);
  const go = (target: string | undefined) => target && void navigate(`/${kind}/${target}`);
  useHotkeys([
    ['K', () => go(previous)],
    ['J', () => go(next)],
  ]);
  if (!previous && !next) {
    return null;
  }
  return (
    <>
      <ActionIcon aria-label={t('record.previous')} disabled={!previous} onClick={() => go(previous)}>
        <ChevronUpIcon size={16} />
      </ActionIcon>
      <ActionIcon aria-label={t('record.next')} disabled={!next} onClick={() => go(next)}>
        <ChevronDownIcon size={16} />
      </ActionIcon>
    </>
  );
}
