import type { CatalogueEntry } from './rules'

/** An entry as the starting set writes it. */
export type Starting = Omit<CatalogueEntry, 'id' | 'version' | 'retiredOn'>

/** The steps of an entry, numbered, one a line. */
export const lines = (...steps: string[]) => steps.map((step, at) => `${at + 1}. ${step}`).join('\n')

/** What an assistant gives to some pupils who need more. */
export const byAssistant = {
  wave: 'targeted',
  delivererRole: 'teaching-assistant',
  additional: true,
} as const
