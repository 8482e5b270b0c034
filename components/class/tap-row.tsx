import { Icon } from '@/components/look/icon'
import { ToneWord } from '@/components/look/state-tag'
import { isNoted, type NotedSession, type SheetLine } from '@/lib/class/rules'
import { type Tap, tapSays } from '@/lib/class/schema'
import { howWords, notedWords, reasonKeys, weekWords } from '@/lib/class/words'
import type { Delivered } from '@/lib/do-note/rules'
import { deliveredWords } from '@/lib/do-note/words'
import type { Actor } from '@/lib/platform/actor'
import type { SheetActions } from './sheet-actions'
import { MoreForm } from './more-form'

const TONES = { given: 'met', partly: 'part', 'not-given': 'none' } as const

type KeyProps = { tap: Tap; label: string; about: string; session: NotedSession | null }

// Each key sends the form by itself, with or without JavaScript; the one that was tapped stays pressed.
function Key({ tap, label, about, session }: KeyProps) {
  const { delivered, reason } = tapSays[tap]
  const isPressed = session !== null && session.delivered === delivered && session.reason === reason
  return (
    <button
      type="submit"
      name="said"
      value={tap}
      className={TONES[delivered]}
      aria-pressed={session === null ? undefined : isPressed}
    >
      {isPressed && <Icon name={TONES[delivered]} />} {label}
      <span className="govuk-visually-hidden">, {about}</span>
    </button>
  )
}

type WhyProps = { delivered: Exclude<Delivered, 'given'>; about: string; session: NotedSession | null }

// In part and not given ask why: the key opens the reasons, and each reason is a key.
function Why({ delivered, about, session }: WhyProps) {
  const isSo = session?.delivered === delivered
  return (
    <details>
      <summary className={isSo ? `${TONES[delivered]} pressed` : undefined}>
        {isSo && <Icon name={TONES[delivered]} />} {deliveredWords[delivered]}
        <span className="govuk-visually-hidden">, {about}: say why</span>
      </summary>
      <div className="score">
        {reasonKeys(delivered).map(({ tap, label }) => (
          <Key key={tap} tap={tap} label={label} about={about} session={session} />
        ))}
      </div>
    </details>
  )
}

function Noted({ session }: { session: NotedSession }) {
  return (
    <p className="small">
      <ToneWord tone={TONES[session.delivered]}>{notedWords(session)}</ToneWord>
      {session.score && <b> Score {session.score.value}</b>}
      {session.line && <span className="pre soft"> {session.line}</span>}
    </p>
  )
}

type Props = {
  schoolSlug: string
  line: SheetLine & { formKey: string }
  /** This line says for itself how it is given, because the group does not have it alike. */
  saysHow: boolean
  me: Pick<Actor, 'membershipId' | 'role'>
  isSaved: boolean
  actions: SheetActions
}

/** One pupil's session of today: one tap to note it, what was noted, and its score or one line (6.52). */
export function TapRow({ schoolSlug, line, saysHow, me, isSaved, actions }: Props) {
  const { id, pupilId, cycleId, name, outcome, notedToday } = line
  const about = `${line.what} for ${name}`
  const last = notedToday.at(-1) ?? null
  const noted = isNoted(line)
  const mayChange = last !== null && (last.byId === me.membershipId || me.role === 'senco')
  const session = noted ? last : null
  return (
    <li className="tap" id={`session-${id}`}>
      <p>
        <b>{name}</b>{' '}
        <span className="soft small">{[outcome, weekWords(line)].filter(Boolean).join(', ')}</span>
      </p>
      {saysHow && <p className="soft small">{howWords(line)}</p>}
      {(!noted || mayChange) && (
        <form action={session ? actions.retap(id) : actions.tap(id)} className="keys">
          {session ? (
            <>
              <input type="hidden" name="doNoteId" value={session.id} />
              <input type="hidden" name="version" value={session.version} />
            </>
          ) : (
            <>
              <input type="hidden" name="formKey" value={line.formKey} />
              <input type="hidden" name="seen" value={notedToday.length} />
            </>
          )}
          <Key tap="given" label={deliveredWords.given} about={about} session={session} />
          <Why delivered="partly" about={about} session={session} />
          <Why delivered="not-given" about={about} session={session} />
        </form>
      )}
      {last && (
        <div className="more" role={isSaved ? 'status' : undefined}>
          {notedToday.map((each) => (
            <Noted key={each.id} session={each} />
          ))}
          <MoreForm line={line} session={last} mayChange={mayChange} me={me} action={actions.more(id)} />
          <p className="small last">
            <a
              className="act"
              href={`/schools/${schoolSlug}/pupils/${pupilId}/cycles/${cycleId}/do/notes/${last.id}`}
            >
              Open the note<span className="govuk-visually-hidden"> about {about}</span>
            </a>
          </p>
        </div>
      )}
    </li>
  )
}
