import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useTRPC } from '../trpc.ts'
import { DeedsRegister } from './deeds-register.tsx'
import { GrantRole } from './grant-role.tsx'
import type { StaffDeed } from './member.ts'
import { StaffDeedDialog } from './staff-deed-dialog.tsx'
import { StaffTable } from './staff-table.tsx'

/** Who works at the desk, for who answers for it: roles given, moved and taken back, phones reset, and what everybody did. */
export function StaffPage() {
  const { language, messages } = useLanguage()
  const { staff: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data: list } = useSuspenseQuery(trpc.staff.list.queryOptions({ language }))
  const [deed, setDeed] = useState<StaffDeed>()
  const [said, setSaid] = useState('')
  const onDone = (sentence: string) => {
    setDeed(undefined)
    setSaid(sentence)
    void queryClient.invalidateQueries(trpc.staff.pathFilter())
  }
  return (
    <>
      <PageHeading title={words.title} />
      <p className="text-secondary">{words.lead}</p>
      <output className="d-block fw-semibold mb-3">{said}</output>
      <StaffTable people={list.people} onDeed={setDeed} />
      <GrantRole list={list} onDone={onDone} />
      <DeedsRegister people={list.people} />
      <StaffDeedDialog deed={deed} list={list} onDone={onDone} onClose={() => setDeed(undefined)} />
    </>
  )
}
