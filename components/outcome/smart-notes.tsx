import type { ReactNode } from 'react'
import { Icon } from '@/components/look/icon'
import type { GentleNote } from '@/lib/outcome/rules'
import type { SmartLetter } from '@/lib/outcome/smart'
import { letterIsRight, LETTERS, letterWords } from '@/lib/outcome/smart.words'

/** What the checker says of one letter: nothing yet, that it is right, or what to think about. */
export type LetterState = {
  readonly letter: SmartLetter
  readonly state: 'waiting' | 'right' | 'noted'
  readonly notes: readonly GentleNote[]
}

const WORDS = { waiting: 'not yet', right: 'ok', noted: 'has a note' } as const
const TONES = { waiting: 'none', right: 'met', noted: 'risk' } as const

const Letter = ({ letter }: { letter: SmartLetter }) => (
  <span className="letter" aria-hidden="true">
    {letter}
  </span>
)

/** The five letters in a row, each with its word and how it stands. */
export function Letters({ states }: { states: readonly LetterState[] }) {
  return (
    <ul className="letters" aria-label="What the SMART check says">
      {states.map(({ letter, state }) => (
        <li key={letter} className={`word ${TONES[state]}`}>
          <Letter letter={letter} />
          {letterWords[letter]} <span className="small">{WORDS[state]}</span>
        </li>
      ))}
    </ul>
  )
}

function SmartNote({ letter, state, notes }: LetterState) {
  const examples = [...new Set(notes.map(({ example }) => example).filter(Boolean))]
  return (
    <div role="group" className={`smart ${TONES[state]}`} aria-label={letterWords[letter]}>
      <p>
        <Letter letter={letter} />
        <b>{letterWords[letter]}</b>
      </p>
      {state === 'right' && (
        <p>
          <Icon name="met" /> {letterIsRight[letter]}
        </p>
      )}
      {notes.map(({ part, message }) => (
        <p key={part}>{message}.</p>
      ))}
      {examples.map((example) => (
        <p className="small" key={example}>
          <b>For example:</b> {example}
        </p>
      ))}
    </div>
  )
}

type Props = { states: readonly LetterState[]; letters: readonly SmartLetter[]; children: ReactNode }

/** Fields with what the checker says of their letters beside them, read out when it changes; it never stops a save. */
export function BesideLetters({ states, letters, children }: Props) {
  const said = states.filter(({ letter, state }) => letters.includes(letter) && state !== 'waiting')
  return (
    <div className="field">
      <div>{children}</div>
      <div aria-live="polite">
        {LETTERS.map((letter) => said.find((each) => each.letter === letter)).map(
          (each) => each && <SmartNote key={each.letter} {...each} />,
        )}
      </div>
    </div>
  )
}
