import { longDate } from '@/lib/calendar/iso-date'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { Recipient } from '@/lib/parent-notification/rules'
import type { Watch, WatchState } from '@/lib/step-down/rules'
import { ChecksList } from './checks-list'

type Props = {
  steppedDown: {
    watch: Watch
    state: WatchState
    told: readonly { name: string; toldOn: Watch['from'] }[]
    toTell: readonly Recipient[]
  } | null
  base: string
  mayCheck: boolean
  mayTell: boolean
}

function State({ state }: { state: WatchState }) {
  switch (state.is) {
    case 'watching':
      return <p>The next check is due by {longDate(state.nextOn)}.</p>
    case 'check-due':
      return (
        <p>
          <ToneWord tone={state.isLate ? 'risk' : 'none'} icon={state.isLate ? 'risk' : 'by'}>
            {state.isLate ? 'A check was due by' : 'A check is due by'} {longDate(state.dueOn)}
          </ToneWord>{' '}
          <span className="small">Cleared by writing down how it goes</span>
        </p>
      )
    case 'ended':
      return <p>The watch has ended.</p>
  }
}

/** The two terms after SEN support ended at a review: the checks, and who was told (6.54). */
export function StepDownCard({ steppedDown, base, mayCheck, mayTell }: Props) {
  if (!steppedDown) return null
  const { watch, state, told, toTell } = steppedDown
  return (
    <Card heading="Since SEN support ended" id="step-down">
      <p className="soft small">
        SEN support ended at the review of {longDate(watch.from)}. Watched until {longDate(watch.untilOn)}
      </p>
      <State state={state} />
      <ChecksList checks={watch.checks} />
      {state.is !== 'ended' && mayCheck && (
        <p className="small">
          <a href={`${base}/watch`}>Write down how it goes</a>
        </p>
      )}
      <ul className="lines">
        {told.map(({ name, toldOn }) => (
          <li key={name}>
            <b>{name}</b>: <ToneWord tone="met">told on {longDate(toldOn)}</ToneWord>
          </li>
        ))}
        {toTell.map(({ contactId, name }) => (
          <li key={contactId ?? 'young-person'}>
            <b>{name}</b>: <ToneWord tone="miss">Not told</ToneWord>{' '}
            <span className="small">Code 6.54, 6.55. Since {longDate(watch.from)}</span>
          </li>
        ))}
      </ul>
      {toTell.length > 0 && mayTell && (
        <p className="last">
          <a className="govuk-button govuk-button--secondary" href={`${base}/support-ended`}>
            Record who was told that it ended
          </a>
        </p>
      )}
    </Card>
  )
}
