import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { IngressList } from '../features/object-list/ingress-list.tsx';
import { KindList } from '../features/object-list/kind-list.tsx';
import { ServiceList } from '../features/object-list/service-list.tsx';
import { NewObjectButton } from './editor/new-object-button.tsx';
import { WithDetails } from './with-details.tsx';

const objectsRoute = getRouteApi('/c/$context/objects/$kind');

export function IngressesPage(): ReactNode {
  return (
    <WithDetails>
      <IngressList action={<NewObjectButton kind="Ingress" />} />
    </WithDetails>
  );
}

export function ServicesPage(): ReactNode {
  return (
    <WithDetails>
      <ServiceList action={<NewObjectButton kind="Service" />} />
    </WithDetails>
  );
}

export function ObjectsPage(): ReactNode {
  const { kind } = objectsRoute.useRouteContext();
  return (
    <WithDetails>
      <KindList key={kind} kind={kind} />
    </WithDetails>
  );
}
