import { DocumentTitle } from '@/components/look/document-title'
import { FIRST_PAGE } from '@/components/look/service'
import { Shell } from '@/components/look/shell'

/** A page that is not there, or not there for this person: the two look the same. */
export default function NotFound() {
  return (
    <Shell home={FIRST_PAGE}>
      <DocumentTitle>This page could not be found</DocumentTitle>
      <h1>This page could not be found</h1>
      <p>
        If you typed the address, check that it is right. If you followed a link, the page may have moved.
      </p>
      <p>
        Some pages can be opened only by the people who work with a pupil, and by the family. Ask the school’s
        SENCO if you think you should see this one.
      </p>
      <p>
        <a href={FIRST_PAGE}>Go to your first page</a>
      </p>
    </Shell>
  )
}
