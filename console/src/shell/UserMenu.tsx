import { Avatar, Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { MonitorIcon, LogOutIcon, MoonIcon, ShieldIcon, SunIcon } from 'lucide-react';
import { send } from '../api/client';
import { languageNames, languages } from '../i18n/entry';
import { useTexts } from '../i18n/language';
import { useSession } from '../session/session';
import styles from './UserMenu.module.css';

const schemes = [
  { scheme: 'light', label: 'user.light', icon: SunIcon },
  { scheme: 'dark', label: 'user.dark', icon: MoonIcon },
  { scheme: 'auto', label: 'user.system', icon: MonitorIcon },
] as const;

export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return (words.length > 1 ? `${words[0]?.[0]}${words.at(-1)?.[0]}` : name.slice(0, 2)).toUpperCase();
}

export async function logOut() {
  await send('POST', '/session/logout');
  location.assign('/');
}

export function UserMenu() {
  const { t, language, choose } = useTexts();
  const { user } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = user.displayName ?? user.name;
  return (
    <Menu width={232}>
      <Menu.Target>
        <UnstyledButton aria-label={`${initials(name)}: ${t('user.menu')}`} className={styles['button']}>
          <Avatar size={28} radius="xl" color="indigo" variant="light">
            {initials(name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <span className={styles['name']}>{name}</span>
          <br />
          {user.email ?? user.name}
        </Menu.Label>
        <Menu.Item component="a" href="/account/sessions" leftSection={<ShieldIcon size={16} />}>
          {t('user.account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('user.language')}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item key={each} lang={each} onClick={() => choose(each)} data-chosen={each === language} className={styles['choice']}>
            {languageNames[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('user.scheme')}</Menu.Label>
        {schemes.map(({ scheme, label, icon: Symbol }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Symbol size={16} />}
            onClick={() => setColorScheme(scheme as MantineColorScheme)}
            data-chosen={scheme === colorScheme}
            className={styles['choice']}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOutIcon size={16} />} onClick={() => void logOut()}>
          {t('user.logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
