import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { settingsValues } from '@/components/school/initial'
import { SettingsForm } from '@/components/school/settings-form'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getSettings } from '@/lib/school/queries'
import { requireStaff } from '@/lib/session/require'
import { submitSettings } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<{ saved?: string; version?: string }>
}

/** What is set up for a school: the way to its calendar, people and import, and its own settings. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const { actor, school } = await requireStaff(schoolSlug)
  const settings = await orNotFound(getSettings(actor, now()))
  const base = `/schools/${schoolSlug}`
  const { saved, version } = await searchParams
  return (
    <>
      <Saved words={saved === 'settings' ? 'The settings are saved' : undefined} />
      <PageTitle lead="Settings of the school">{school.name}</PageTitle>
      <div className="cols">
        <SettingsForm
          // A new form after each saving, but the same one when a form comes back without JavaScript.
          key={version}
          action={submitSettings.bind(null, { schoolSlug, version: settings.version })}
          initial={settingsValues(settings)}
          title="Settings"
          ownTerm={settings.ownTerm}
        />
        <nav className="card" aria-label="Set up">
          <h2>Also here</h2>
          <ul className="lines">
            <li>
              <a href={`${base}/calendar`}>Calendar</a>
              <p className="soft small">Terms, closed days, and when meetings are due</p>
            </li>
            <li>
              <a href={`${base}/settings/counting`}>How meetings are counted</a>
              <p className="soft small">What this school sets, and what it would change</p>
            </li>
            <li>
              <a href={`${base}/people`}>People</a>
              <p className="soft small">Who can sign in, and which pupils they see</p>
            </li>
            <li>
              <a href={`${base}/catalogue`}>Catalogue of provision</a>
              <p className="soft small">What this school knows how to give, and how it is run</p>
            </li>
            <li>
              <a href={`${base}/training`}>Training of staff</a>
              <p className="soft small">Who holds which training, and what is lacking</p>
            </li>
            <li>
              <a href={`${base}/read-receipts`}>Who has read the plans</a>
              <p className="soft small">By pupil and by person</p>
            </li>
            <li>
              <a href={`${base}/mail`}>Mail</a>
              <p className="soft small">What was sent to parents, and what could not be delivered</p>
            </li>
            <li>
              <a href={`${base}/import`}>Import the register</a>
              <p className="soft small">From the school’s MIS</p>
            </li>
          </ul>
        </nav>
      </div>
    </>
  )
}
