import { ContactLines } from '@/components/contact/contact-lines'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { ClassesCard } from '@/components/pupil/classes-card'
import { EndStaffForm, NameStaffForm } from '@/components/pupil/staff-forms'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getPupilPeople } from '@/lib/pupil/details.queries'
import { throughWords } from '@/lib/pupil/words'
import { requireActor } from '@/lib/session/require'
import { submitEndStaff, submitStaff } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Readonly<Record<string, string>> = {
  named: 'They see the record from now on',
  ended: 'They no longer see the record through this',
}

export default async function PupilPeoplePage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, contacts, staff, choices, classes } = await orNotFound(getPupilPeople(actor, pupilId, now()))
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const where = { schoolSlug, pupilId: pupil.id }
  const title = `People around ${pupil.name}`
  return (
    <>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle>{title}</PageTitle>
      <div className="cols">
        <Card heading="Staff who teach or support">
          <p>Staff of the class are set on the page of people; others are named here.</p>
          <ul className="lines">
            {staff.map((member) => (
              <li key={member.membershipId}>
                <p>
                  <b>{member.name}</b>
                  <span className="soft small">, {throughWords(member)}</span>
                </p>
                {member.pupilStaffId && (
                  <EndStaffForm
                    action={submitEndStaff.bind(null, { ...where, pupilStaffId: member.pupilStaffId })}
                    name={member.name}
                  />
                )}
              </li>
            ))}
          </ul>
          <NameStaffForm
            key={staff.length}
            action={submitStaff.bind(null, where)}
            choices={choices}
            title={title}
          />
        </Card>
        <div>
          <Card heading="Parents and carers">
            <ContactLines contacts={contacts} givenName={pupil.givenName} href={`${base}/contacts`} />
            <p className="last">
              <a className="govuk-button govuk-button--secondary" href={`${base}/contacts/add`}>
                Add a parent or carer
              </a>
            </p>
          </Card>
          <ClassesCard classes={classes} />
        </div>
      </div>
    </>
  )
}
