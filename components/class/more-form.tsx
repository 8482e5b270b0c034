import type { NotedSession, SheetLine } from '@/lib/class/rules'
import { LINES } from '@/lib/do-note/schema'
import { scoreKeys } from '@/lib/measurement/reading.rules'
import type { Actor } from '@/lib/platform/actor'
import type { TapAction } from './sheet-actions'

type Props = {
  line: SheetLine & { formKey: string }
  session: NotedSession
  /** Whether this person may add a line to it: whoever noted it, and the SENCO. */
  mayChange: boolean
  me: Pick<Actor, 'membershipId' | 'role'>
  action: TapAction
}

/** After a session was noted: its score in one tap, or one line; both may be left (6.52, P56). */
export function MoreForm({ line, session, mayChange, me, action }: Props) {
  const { aim, name, what } = line
  const about = `${what} for ${name}`
  const taken = session.score
  const mayScore =
    session.delivered !== 'not-given' &&
    (taken === null || (taken.byItself && (taken.byId === me.membershipId || me.role === 'senco')))
  const score = aim && mayScore ? scoreKeys(aim) : null
  const isTyped = aim !== null && mayScore && !score
  if (!score && !mayChange) return null
  const id = `line-${session.id}`
  return (
    <form action={action}>
      <input type="hidden" name="formKey" value={line.formKey} />
      <input type="hidden" name="doNoteId" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
      {score && (
        <div className="score" role="group" aria-label={`Score, ${about}`}>
          <span className="small">How many{score.outOf ? ` of ${score.outOf}` : ''}? You may leave this</span>
          {score.keys.map((key) => (
            <button
              key={key}
              type="submit"
              name="score"
              value={key}
              className="met"
              aria-pressed={session.score ? Number.parseFloat(session.score.value) === key : undefined}
            >
              {key}
              <span className="govuk-visually-hidden">, {about}</span>
            </button>
          ))}
        </div>
      )}
      {mayChange && (
        <div className="one-line">
          <label className="govuk-label small" htmlFor={id}>
            {isTyped ? 'The score, or one line' : 'In one line'}
            <span className="govuk-visually-hidden"> about {about}</span>
          </label>
          <div className="one-line-row">
            <input className="govuk-input" id={id} name="line" maxLength={LINES} autoComplete="off" />
            <button type="submit" className="govuk-button govuk-button--secondary">
              Save<span className="govuk-visually-hidden"> the line about {about}</span>
            </button>
          </div>
        </div>
      )}
    </form>
  )
}
