import { Button, Group, Modal, Radio, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/language';
import { Value } from '../ui/Value';
import styles from './ConflictDialog.module.css';
import { listenForConflicts, type OpenConflict } from './conflicts';

/** Lets the user choose, field by field, between a change and what was saved in the meantime. */
export function ConflictDialog() {
  const { t } = useTexts();
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  useEffect(() => listenForConflicts(setConflict), []);
  return (
    <Modal opened={conflict !== null} onClose={() => conflict?.settle(null)} size="xl" zIndex={400} title={t('conflict.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {conflict && <Choices key={conflict.before.id + conflict.current.version} conflict={conflict} />}
    </Modal>
  );
}

function Choices({ conflict }: { conflict: OpenConflict }) {
  const { t, field } = useTexts();
  const { kind, before, current, changes } = conflict;
  const names = Object.keys(changes);
  const [theirs, setTheirs] = useState<Set<string>>(() => new Set());
  const take = (name: string, choice: string) =>
    setTheirs((chosen) => {
      const next = new Set(chosen);
      if (choice === 'theirs') {
        next.add(name);
      } else {
        next.delete(name);
      }
      return next;
    });
  const show = (name: string, value: unknown) => <Value compact kind={kind.name} field={name} meta={kind.meta.view[name]} value={value} record={current} />;
  const mine = Object.fromEntries(names.filter((name) => !theirs.has(name)).map((name) => [name, changes[name]]));
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('conflict.detail')}
      </Text>
      {names.map((name) => (
        <Radio.Group key={name} label={field(name)} value={theirs.has(name) ? 'theirs' : 'mine'} onChange={(choice) => take(name, choice)} mb="sm">
          <div className={styles['choices']}>
            <div className={styles['side']}>
              <span className="muted">{t('conflict.before')}</span>
              <span>{show(name, before[name])}</span>
            </div>
            <div className={styles['side']}>
              <Radio size="xs" value="theirs" label={t('conflict.theirs')} />
              <span>{show(name, current[name])}</span>
            </div>
            <div className={styles['side']}>
              <Radio size="xs" value="mine" label={t('conflict.mine')} />
              <span>{show(name, changes[name])}</span>
            </div>
          </div>
        </Radio.Group>
      ))}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => conflict.settle(null)}>
          {t('conflict.keepTheirs')}
        </Button>
        <Button onClick={() => conflict.settle(mine)}>{t('conflict.keepMine')}</Button>
      </Group>
    </>
  );
}
