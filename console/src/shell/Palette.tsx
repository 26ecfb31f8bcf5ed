import { Loader, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { LogOutIcon, PlusIcon, SearchIcon, type LucideIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import type { SearchAnswer } from '../../generated/customer';
import type { KindName } from '../../generated/kinds';
import { useTexts } from '../i18n/language';
import { kinds } from '../kinds/kinds';
import { useCan } from '../session/session';
import styles from './Palette.module.css';
import { furtherPlaces, placeGroups } from './places';
import { logOut } from './UserMenu';

interface Command {
  id: string;
  group: string;
  label: string;
  hint?: string;
  icon: LucideIcon;
  run(): void;
}

const foundKinds: Record<string, KindName> = { customer: 'customers', contact: 'contacts', lead: 'leads', case: 'cases' };

function useFound(text: string, navigate: (path: string) => void): { commands: Command[]; busy: boolean } {
  const { t } = useTexts();
  const can = useCan();
  const [words] = useDebouncedValue(text.trim(), 120);
  const { data, isFetching } = useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/api/v1/search', { query: { q: words, limit: 12 }, signal }),
    enabled: words.length > 1 && can('customer:read'),
  });
  const commands = (words.length > 1 ? (data?.items ?? []) : []).map((hit): Command => {
    const kind = foundKinds[hit.kind] ?? 'customers';
    return {
      id: `record-${hit.id}`,
      group: t('palette.records'),
      label: hit.name,
      hint: t(`kind.${kind}`, { count: 1 }),
      icon: kinds[kind].icon,
      run: () => navigate(`/${kind}/${hit.id}`),
    };
  });
  return { commands, busy: isFetching };
}

function useCommands(navigate: (path: string) => void): Command[] {
  const { t } = useTexts();
  const can = useCan();
  return useMemo(() => {
    const places = [...placeGroups.flatMap((group) => group.places), ...furtherPlaces].filter((place) => can(place.permission));
    const pages = places.map(
      (place): Command => ({
        id: `page-${place.path}`,
        group: t('palette.pages'),
        label: t(place.label, { count: 2 }),
        icon: place.icon,
        run: () => navigate(place.path),
      }),
    );
    const creatable = Object.values(kinds).filter((kind) => can(kind.meta.create) && can(kind.meta.read));
    const actions = creatable.map(
      (kind): Command => ({
        id: `new-${kind.name}`,
        group: t('palette.actions'),
        label: t('list.new', { kind: t(`kind.${kind.name}`, { count: 1 }) }),
        icon: PlusIcon,
        run: () => navigate(`/${kind.name}?new=true`),
      }),
    );
    const logout: Command = { id: 'logout', group: t('palette.actions'), label: t('user.logout'), icon: LogOutIcon, run: () => void logOut() };
    return [...pages, ...actions, logout];
  }, [t, can, navigate]);
}

export function Palette({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useTexts();
  return (
    <Modal.Root opened={opened} onClose={onClose} yOffset="12vh" size={600} padding={0} lockScroll={false} transitionProps={{ duration: 80 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.label')}>
        <Modal.Body>
          <Content onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Content({ onClose }: { onClose(): void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const go = useNavigate();
  const navigate = useMemo(() => (path: string) => void go(path), [go]);
  const found = useFound(text, navigate);
  const all = useCommands(navigate);
  const wanted = text.trim().toLowerCase();
  const matching = all.filter((command) => wanted === '' ? command.id.startsWith('page') : command.label.toLowerCase().includes(wanted));
  const commands = [...found.commands, ...matching].slice(0, 40);
  const current = Math.min(chosen, commands.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, commands.length]);
  const run = (command: Command | undefined) => {
    if (command) {
      onClose();
      command.run();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && commands.length > 0) {
      event.preventDefault();
      setChosen((current + step + commands.length) % commands.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(commands[current]);
    }
  };
  return (
    <>
      <div className={styles['field']}>
        {found.busy ? <Loader size={16} /> : <SearchIcon size={17} aria-hidden />}
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={commands[current] ? `${listId}-${current}` : undefined}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} ref={list} role="listbox" aria-label={t('palette.label')} className={styles['list']}>
        {commands.map((command, index) => (
          <div key={command.id} role="presentation">
            {command.group !== commands[index - 1]?.group && (
              <div className={styles['group']} role="presentation">
                {command.group}
              </div>
            )}
            <div
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              className={styles['option']}
              onMouseMove={() => setChosen(index)}
              onClick={() => run(command)}
            >
              <command.icon size={16} strokeWidth={1.6} aria-hidden />
              <span className="truncate">{command.label}</span>
              {command.hint && <span className={styles['hint']}>{command.hint}</span>}
            </div>
          </div>
        ))}
        {commands.length === 0 && !found.busy && (
          <div className={styles['none']} role="option" aria-selected={false} aria-disabled>
            {t('palette.none')}
          </div>
        )}
      </div>
      <div className={styles['foot']}>{t('palette.hint')}</div>
    </>
  );
}
