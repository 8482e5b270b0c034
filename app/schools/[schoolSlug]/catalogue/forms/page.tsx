import { OwnFormForm } from '@/components/catalogue/own-form-form'
import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { listCatalogue } from '@/lib/catalogue/queries'
import { PERSONAL_CARE } from '@/lib/catalogue/rules'
import { orNotFound } from '@/lib/platform/or-not-found'
import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/session/require'
import { submitForm, submitFormOffer } from '../actions'

type Props = { params: Promise<{ schoolSlug: string }>; searchParams: Promise<{ saved?: string }> }

const SAVED: Readonly<Record<string, string>> = {
  added: 'It is in the list',
  retired: 'It is no longer offered. What has it keeps it',
  offered: 'It is offered again',
}

/** The kinds of support a school offers: the usual ones, and its own. */
export default async function FormsPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { forms, mayManage } = await orNotFound(listCatalogue(actor))
  if (!mayManage) notFound()
  const title = 'Kinds of support'
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/catalogue`}>Back to the catalogue</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead="What can be chosen in the catalogue and in a plan. Free text is never refused">
        {title}
      </PageTitle>
      <div className="cols">
        <Card heading="In the list">
          <ul className="lines">
            {forms.map(({ name, isUsual, retiredOn }) => (
              <li key={name}>
                <p>
                  <b>{name}</b>
                  <span className="soft small">
                    {isUsual ? '' : ', your own'}
                    {retiredOn ? `, not offered since ${longDate(retiredOn)}` : ''}
                  </span>
                </p>
                {name === PERSONAL_CARE ? (
                  <p className="soft small">
                    Always in the list: only those who give it, those who lead the school and the family see
                    it.
                  </p>
                ) : (
                  <ActForm
                    action={submitFormOffer.bind(null, { schoolSlug, name, isOffered: retiredOn !== null })}
                    button={
                      <>
                        {retiredOn ? 'Offer again' : 'Offer no longer'}
                        <span className="govuk-visually-hidden">: {name}</span>
                      </>
                    }
                    secondary
                  />
                )}
              </li>
            ))}
          </ul>
        </Card>
        <Card heading="Add one of your own">
          <OwnFormForm key={forms.length} action={submitForm.bind(null, { schoolSlug })} title={title} />
        </Card>
      </div>
    </>
  )
}
