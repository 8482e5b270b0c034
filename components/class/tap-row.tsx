import { ToneWord } from '@/components/look/state-tag'
import { isNoted, type NotedSession, type SheetLine } from '@/lib/class/rules'
import type { Tap } from '@/lib/class/schema'
import { howWords, notedWords, reasonKeys, weekWords } from '@/lib/class/words'
import type { Delivered } from '@/lib/do-note/rules'
import { deliveredWords } from '@/lib/do-note/words'

export type TapAction = (data: FormData) => Promise<void>

const TONES = { given: 'met', partly: 'part', 'not-given': 'none' } as const

type KeyProps = { tap: Tap; tone: string; label: string; about: string }

// Each key sends the form by itself, with or without JavaScript.
function Key({ tap, tone, label, about }: KeyProps) {
  return (
    <button type="submit" name="said" value={tap} className={tone}>
      {label}
      <span className="govuk-visually-hidden">, {about}</span>
    </button>
  )
}

// In part and not given ask why: the key opens the reasons, and each reason is a key.
function Why({ delivered, about }: { delivered: Exclude<Delivered, 'given'>; about: string }) {
  return (
    <details>
      <summary>
        {deliveredWords[delivered]}
        <span className="govuk-visually-hidden">, {about}: say why</span>
      </summary>
      <div className="score">
        {reasonKeys(delivered).map(({ tap, label }) => (
          <Key key={tap} tap={tap} tone={TONES[delivered]} label={label} about={about} />
        ))}
      </div>
    </details>
  )
}

function Noted({ session }: { session: NotedSession }) {
  return (
    <p className="small">
      <ToneWord tone={TONES[session.delivered]}>{notedWords(session)}</ToneWord>
    </p>
  )
}

type Props = {
  schoolSlug: string
  line: SheetLine & { formKey: string }
  /** This line says for itself how it is given, because the group does not have it alike. */
  saysHow: boolean
  isSaved: boolean
  action: TapAction
}

/** One pupil's session of today: one tap to note it, and what was noted (6.52). */
export function TapRow({ schoolSlug, line, saysHow, isSaved, action }: Props) {
  const { id, pupilId, cycleId, name, outcome, notedToday } = line
  const about = `${line.what} for ${name}`
  return (
    <li className="tap" id={`session-${id}`}>
      <p>
        <b>{name}</b>{' '}
        <span className="soft small">{[outcome, weekWords(line)].filter(Boolean).join(', ')}</span>
      </p>
      {saysHow && <p className="soft small">{howWords(line)}</p>}
      {!isNoted(line) && (
        <form action={action} className="keys">
          <input type="hidden" name="formKey" value={line.formKey} />
          <input type="hidden" name="seen" value={notedToday.length} />
          <Key tap="given" tone="met" label={deliveredWords.given} about={about} />
          <Why delivered="partly" about={about} />
          <Why delivered="not-given" about={about} />
        </form>
      )}
      {notedToday.length > 0 && (
        <div className="more" role={isSaved ? 'status' : undefined}>
          {notedToday.map((session) => (
            <Noted key={session.formKey} session={session} />
          ))}
          <a className="act small" href={`/schools/${schoolSlug}/pupils/${pupilId}/cycles/${cycleId}/do`}>
            Add a score or a line<span className="govuk-visually-hidden"> about {about}</span>
          </a>
        </div>
      )}
    </li>
  )
}
