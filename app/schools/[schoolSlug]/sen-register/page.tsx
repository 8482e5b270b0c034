import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { RegisterSearch } from '@/components/sen-register/register-search'
import { ExportLink } from '@/components/sen-register/register-table'
import { RegisterStrip, RegisterView } from '@/components/sen-register/register-view'
import { packedRows } from '@/components/sen-register/row-facts'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { filterQuery } from '@/lib/sen-register/filter.rules'
import { listRegister } from '@/lib/sen-register/queries'
import { registerFiltersFrom } from '@/lib/sen-register/schema'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The SEN register of this school year: who is on it, where each stands, and what is due next. */
export default async function SenRegisterPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const asked = registerFiltersFrom(await searchParams)
  const register = await orNotFound(listRegister(actor, asked, now()))
  const { filters, lines, total, today, isWholeSchool, mayExport, mayFill, yearName } = register
  const school = `/schools/${schoolSlug}`
  const path = `${school}/sen-register`
  const title = isWholeSchool ? 'SEN register' : 'My pupils on the SEN register'
  const pupils = total === 1 ? '1 pupil' : `${total} pupils`
  const actions = mayFill && (
    <>
      <a className="govuk-button" href={`${school}/pupils/add`}>
        Add a pupil
      </a>
      {mayExport && total > 0 && <ExportLink href={`${path}/export${filterQuery(filters)}`} />}
    </>
  )
  return (
    <RegisterSearch rows={packedRows(lines)} sought={filters.q}>
      <DocumentTitle>{title}</DocumentTitle>
      <PageTitle actions={actions}>{title}</PageTitle>
      {total === 0 ? (
        <EmptyState heading={`Nobody is on the register in ${yearName}`}>
          {mayFill ? (
            <p>
              <a href={`${school}/import`}>Import the register</a> from your MIS, or{' '}
              <a href={`${school}/pupils/add`}>add a pupil</a> by hand.
            </p>
          ) : (
            <p>
              None of your pupils is on SEN support or has an EHC plan. The SENCO can say who you work with.
            </p>
          )}
        </EmptyState>
      ) : (
        <>
          <RegisterStrip
            path={path}
            figures={register.figures}
            label={isWholeSchool ? `Whole school, ${pupils}` : `My pupils, ${pupils}`}
          />
          {register.isStandardCalendar && mayFill && (
            <p className="govuk-inset-text">
              The days by which meetings are due are reckoned with the usual school year.{' '}
              <a href={`${school}/calendar`}>Set your term dates</a>.
            </p>
          )}
          <RegisterView
            path={path}
            filters={filters}
            choices={register.choices}
            total={total}
            pupils="pupils"
            today={today}
            caption={`Pupils on the SEN register in ${yearName}`}
          />
        </>
      )}
    </RegisterSearch>
  )
}
