import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { type Town, useTown } from '../town.ts'

/** The sheet once more for machines (R.SI.1.1): schema.org's GovernmentService as JSON-LD, a data block that runs nothing. */
export function ServiceMetadata(props: { readonly service: Town['services'][number] }) {
  const messages = useMessages()
  const town = useTown()
  const { service } = props
  const data = {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: service.title,
    serviceType: messages.service.topics[service.kind],
    serviceOperator: { '@type': 'GovernmentOrganization', name: town.institutionName },
    areaServed: { '@type': 'AdministrativeArea', name: town.name },
    audience: { '@type': 'Audience', audienceType: service.audience },
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: `${window.location.origin}${paths.service(service.slug)}`,
      serviceLocation: {
        '@type': 'Place',
        name: town.site?.name,
        address: {
          '@type': 'PostalAddress',
          streetAddress: town.site?.address,
          postalCode: town.site?.postalCode,
          addressLocality: town.site?.locality,
        },
      },
    },
  }
  // JSON has no "<" that must stay bare: escaped, no text of a town can close the element.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return (
    <script type="application/ld+json" data-element="metatag">
      {text}
    </script>
  )
}
