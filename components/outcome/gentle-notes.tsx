import { ToneWord } from '@/components/look/state-tag'
import type { GentleNote } from '@/lib/outcome/rules'
import { letterWords } from '@/lib/outcome/smart.words'

/** What to think about again, after saving: the letter by its word, why, and an example; it stops nothing. */
export function GentleNotes({ notes }: { notes: readonly GentleNote[] }) {
  return notes.map(({ part, letter, message, example }) => (
    <p className="small" key={part + message}>
      <ToneWord tone={letter ? 'risk' : 'none'} icon="prompt">
        {letter ? letterWords[letter] : 'To think about'}
      </ToneWord>
      : {message}
      {example && (
        <>
          . <b>For example:</b> {example}
        </>
      )}
    </p>
  ))
}
