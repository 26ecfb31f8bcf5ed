/** A text in English, Chinese and German, in the order of the languages. */
export type Entry = readonly [en: string, zh: string, de: string];

export const languages = ['en', 'zh-CN', 'de'] as const;

export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文', de: 'Deutsch' };
