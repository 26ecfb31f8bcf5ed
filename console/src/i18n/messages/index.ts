import type { Entry } from '../entry';
import { areas } from './areas';
import { insight } from './insight';
import { kinds } from './kinds';
import { lists } from './lists';
import { records } from './records';
import { shell } from './shell';
import { workbench } from './workbench';

export const messages = { ...shell, ...kinds, ...lists, ...records, ...insight, ...workbench, ...areas } satisfies Record<string, Entry>;

export type MessageKey = keyof typeof messages;
