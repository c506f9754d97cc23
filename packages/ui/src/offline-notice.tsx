import { useSyncExternalStore } from 'react'

/** Says that the network is gone, and goes away when it is back. */
export function OfflineNotice(props: { readonly text: string }) {
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine)
  return <div aria-live="polite">{!isOnline && <p className="om-banner mb-0">{props.text}</p>}</div>
}

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
