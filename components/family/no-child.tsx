import { PageTitle } from '@/components/look/page-title'

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
      {worksAtSchool && (
        <p>
          <a href="/">Go to your pages at school</a>
        </p>
      )}
    </>
  )
}
