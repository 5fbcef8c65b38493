import type { Resource } from '../shared/operation/operation';
import { clinicalNote } from './clinicalNote';
import { noteField } from './noteField';
import { noteTemplate } from './noteTemplate';
import { noteValue } from './noteValue';

export const resources: readonly Resource[] = [clinicalNote, noteField, noteTemplate, noteValue];
