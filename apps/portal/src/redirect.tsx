import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Sends the reader to another page of ours; this one leaves no trace in the history. */
export function Redirect({ href }: { readonly href: string }) {
  const router = useRouter()
  useEffect(() => {
    void router.navigate({ href, replace: true })
  }, [router, href])
  return null
}
