import { StaffAwayCard } from '@/components/absence/staff-away-card'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { EndAccessForm, PasswordLinkForm } from '@/components/person/access-forms'
import { ChangePersonForm } from '@/components/person/person-form'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getPerson } from '@/lib/person/queries'
import { roleWords } from '@/lib/person/words'
import { requireActor } from '@/lib/session/require'
import { idOrNotFound } from '@/lib/platform/ids'
import { submitEnd, submitLink, submitPersonChange, submitStaffAway, submitStaffBack } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; membershipId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  added: 'Added. Now make a link so that they can set a password',
  changed: 'Saved',
  ended: 'Their access has ended',
  away: 'It is written down. Reading plans waits for them',
  back: 'It was taken back',
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { schoolSlug, membershipId } = await params
  const actor = await requireActor(schoolSlug)
  const person = await orNotFound(getPerson(actor, idOrNotFound(membershipId), now()))
  const saved = SAVED[(await searchParams).saved ?? '']
  const where = { schoolSlug, membershipId, version: person.version }
  const initial = {
    title: person.title ?? '',
    givenName: person.givenName,
    familyName: person.familyName,
    classIds: person.classIds,
  }
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/people`}>Back to people</BackLink>
      <PageTitle lead={`${roleWords(person.role)}${person.email ? `, ${person.email}` : ''}`}>
        {person.name}
      </PageTitle>
      {saved && (
        <p className="govuk-inset-text" role="status">
          {saved}.
        </p>
      )}
      <div className="cols">
        <section className="card">
          <h2>Name and classes</h2>
          <ChangePersonForm
            key={saved ?? 'first'}
            action={submitPersonChange.bind(null, where)}
            classes={
              person.role === 'class-teacher' || person.role === 'teaching-assistant' ? person.classes : []
            }
            initial={initial}
          />
        </section>
        <div>
          {person.away && !person.hasEnded && (
            <StaffAwayCard
              key={person.away.absences.length}
              {...person.away}
              record={submitStaffAway.bind(null, where)}
              takeBack={({ id, version }) => submitStaffBack.bind(null, { ...where, absenceId: id, version })}
            />
          )}
          {!person.hasEnded && (
            <section className="card">
              <h2>Signing in</h2>
              <p>
                {person.hasPassword
                  ? 'They have set a password. A new link lets them choose another one and signs them out everywhere.'
                  : 'They have not set a password yet.'}
              </p>
              <PasswordLinkForm action={submitLink.bind(null, where)} label="Make a link to set a password" />
            </section>
          )}
          {!person.isSelf && !person.hasEnded && (
            <section className="card">
              <h2>End access</h2>
              <p>
                They can no longer sign in here from now on. Everything they wrote stays, under their name.
              </p>
              <EndAccessForm action={submitEnd.bind(null, where)} />
            </section>
          )}
        </div>
      </div>
    </>
  )
}
