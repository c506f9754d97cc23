import { Button, ButtonLink } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Notice } from '@officine/ui/notice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AreaNav } from '../area-nav.tsx'
import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths, readBack } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import type { Citizen } from '../town.ts'
import { useTRPC } from '../trpc.ts'
import { ContactsFields, readContacts } from './contacts-fields.tsx'
import { describeContactsRefusal } from './describe-contacts-refusal.ts'
import { WhoYouAre } from './who-you-are.tsx'

/** Where the office writes to a person. */
export function ContactsPage() {
  return <SignedIn>{(me) => <ContactsForm me={me} />}</SignedIn>
}

function ContactsForm(props: { readonly me: Citizen }) {
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { area, identity: words, faults } = useMessages()
  const back = readBack(useSearch({ strict: false }))
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const save = useMutation(
    trpc.identity.saveContacts.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.saved) return setErrors([describeContactsRefusal(answer.refusal, words)])
        await queryClient.invalidateQueries(trpc.identity.me.pathFilter())
        if (back !== paths.area()) await router.navigate({ href: back, replace: true })
      },
    }),
  )
  return (
    <Page title={words.contactsTitle} above={[{ label: area.title, href: paths.area() }]}>
      <PageHeading title={words.contactsTitle} />
      <AreaNav />
      <div className="row">
        <div className="col-lg-7">
          <p className="lead">{words.contactsLead}</p>
          <ErrorSummary title={words.errors(errors.length)} errors={errors} />
          {save.isError && (
            <Notice title={faults.title} takesFocus>
              <p>{words.failed}</p>
            </Notice>
          )}
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              setErrors([])
              save.mutate(readContacts(event.currentTarget))
            }}
          >
            <ContactsFields me={props.me} errors={errors} />
            <div className="d-flex flex-wrap gap-3 mb-4">
              <Button type="submit" workingLabel={save.isPending ? words.saving : undefined}>
                {words.save}
              </Button>
              {back !== paths.area() && (
                <ButtonLink look="outline" href={back}>
                  {words.back}
                </ButtonLink>
              )}
            </div>
            <output className="d-block fw-semibold mb-4">{save.data?.saved ? words.saved : ''}</output>
          </form>
          <WhoYouAre me={props.me} />
        </div>
      </div>
    </Page>
  )
}
