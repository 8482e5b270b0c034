import { PageTitle } from '@/components/look/page-title'
import { FIRST_PAGE } from '@/components/look/service'

/** For someone who is signed in and has no child here to read of; it says nothing about anybody. */
export function NoChild({ worksAtSchool }: { worksAtSchool: boolean }) {
  return (
    <>
      <PageTitle>There is nothing here for you to read</PageTitle>
      <p>
        You are signed in, and everything works. There is just no plan that you can open at the moment. That
        can be because you have not been given access yet, or because it has ended.
      </p>
      <p>If you expected to find a plan here, please ring the school office. They can tell you more.</p>
      <p>
        For free advice that is not from a school, search the internet for “SENDIASS” and the name of your
        council.
      </p>
      {worksAtSchool && (
        <p>
          <a href={FIRST_PAGE}>Go to your pages at school</a>
        </p>
      )}
    </>
  )
}
