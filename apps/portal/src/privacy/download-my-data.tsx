import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'

/** All of it in one file, that a person can keep and another program can read. */
export function DownloadMyData() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { myData: words } = useMessages()
  const download = useMutation({
    mutationFn: () => queryClient.fetchQuery(trpc.privacy.export.queryOptions(undefined, { staleTime: 0 })),
    onSuccess: (mine) => {
      const file = URL.createObjectURL(
        new Blob([JSON.stringify(mine, undefined, 2)], { type: 'application/json' }),
      )
      const link = document.createElement('a')
      link.href = file
      link.download = words.fileName
      link.click()
      URL.revokeObjectURL(file)
    },
  })
  return (
    <section className="mb-5" aria-labelledby="scarica">
      <h2 id="scarica">{words.download}</h2>
      <p>{words.downloadText}</p>
      <Button
        look="outline"
        onClick={() => download.mutate()}
        workingLabel={download.isPending ? words.preparing : undefined}
      >
        {words.downloadYes}
      </Button>
      <output className="d-block my-3 fw-semibold">
        {download.isSuccess ? words.downloaded : download.isError ? words.failed : ''}
      </output>
    </section>
  )
}
