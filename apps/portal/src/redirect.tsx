import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * Sends the reader to another page of ours, which takes this one's place in the history. The address is the first one
 * given: while the other page loads, an address made from "here" would follow the reader and never end.
 */
export function Redirect({ href }: { readonly href: string }) {
  const router = useRouter()
  const [target] = useState(href)
  useEffect(() => {
    void router.navigate({ href: target, replace: true })
  }, [router, target])
  return null
}
