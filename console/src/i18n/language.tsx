import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { languages, type Entry, type Language } from './entry';
import { messages, type MessageKey } from './messages';
import { fields, intents, values } from './words';

const stored = 'kehu.language';

export interface Texts {
  language: Language;
  choose(language: Language): void;
  t(key: MessageKey, parameters?: Record<string, string | number>): string;
  field(name: string): string;
  value(name: string): string;
  intent(name: string): string;
}

function preferred(): Language {
  const wanted = [localStorage.getItem(stored) ?? '', ...navigator.languages];
  const found = wanted.map((each) => languages.find((known) => known.split('-')[0] === each.split('-')[0])).find(Boolean);
  return found ?? 'en';
}

/** Turns `expectedCloseOn` or `partially_paid` into words. */
export function humanized(name: string): string {
  const words = name
    .replace(/Id$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function filled(text: string, parameters: Record<string, string | number>, format: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : typeof value === 'number' ? format.format(value) : value;
  });
}

/** Chooses between the forms of a text such as `1 record|{count} records`. */
function plural(text: string, count: number | string | undefined): string {
  const forms = text.split('|');
  return (forms.length > 1 && count !== 1 ? forms[1] : forms[0]) ?? text;
}

const TextsContext = createContext<Texts | null>(null);

export function TextsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(preferred);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(stored, chosen);
    setLanguage(chosen);
  }, []);
  const texts = useMemo<Texts>(() => {
    const index = languages.indexOf(language);
    const numbers = new Intl.NumberFormat(language);
    const word = (words: Record<string, Entry>) => (name: string) => words[name]?.[index] ?? humanized(name);
    const inside = (name: string) => (language === 'en' && /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);
    const t = (key: MessageKey, { kind, ...others }: Record<string, string | number> = {}) => {
      const parameters = kind === undefined ? others : { ...others, kind: inside(String(kind)) };
      return filled(plural(messages[key][index] ?? key, parameters['count']), parameters, numbers);
    };
    return { language, choose, t, field: word(fields), value: word(values), intent: word(intents) };
  }, [language, choose]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

export function useTexts(): Texts {
  const texts = use(TextsContext);
  if (!texts) {
    throw new Error('Only available inside TextsProvider');
  }
  return texts;
}
