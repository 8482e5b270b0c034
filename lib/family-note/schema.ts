import { z } from 'zod'
import { optionalText } from '@/lib/platform/text.schema'

/** How long a family's own notes of a meeting may be; the hint says it. */
export const NOTE_LIMIT = 4000

/** A family's own notes of a meeting; they may be emptied again (P83). */
export const familyNoteForm = z.object({ words: optionalText('your notes', NOTE_LIMIT) })

export type FamilyNoteForm = z.output<typeof familyNoteForm>
