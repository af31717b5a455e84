import {
  Boxes,
  Cloud,
  Cpu,
  FolderTree,
  Globe,
  Hand,
  Lock,
  LogIn,
  Server,
  Tags,
  Waypoints,
} from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';

export type KindIconName =
  | 'clients'
  | 'controller'
  | 'ingress'
  | 'service'
  | 'pods'
  | 'node'
  | 'namespace'
  | 'class'
  | 'external'
  | 'manual'
  | 'hidden';

type IconComponent = ComponentType<{
  readonly size?: number;
  readonly color?: string;
  readonly strokeWidth?: number;
  readonly 'aria-hidden'?: boolean;
}>;

const icons: Readonly<Record<KindIconName, readonly [IconComponent, string]>> = {
  clients: [Globe, 'var(--kExposure)'],
  controller: [Server, 'var(--kExposure)'],
  ingress: [LogIn, 'var(--kIngress)'],
  service: [Waypoints, 'var(--kService)'],
  pods: [Boxes, 'var(--kPods)'],
  node: [Cpu, 'var(--kExposure)'],
  namespace: [FolderTree, 'var(--kExposure)'],
  class: [Tags, 'var(--kIngress)'],
  external: [Cloud, 'var(--kPods)'],
  manual: [Hand, 'var(--kPods)'],
  hidden: [Lock, 'var(--muted)'],
};

export interface KindIconProps {
  readonly name: KindIconName;
  readonly size?: number;
  /** Drawn in the error colour, for what is missing. */
  readonly isMissing?: boolean;
}

/** The icon of a kind. Always beside a name, so hidden from assistive technology. */
export function KindIcon({ name, size = 16, isMissing = false }: KindIconProps): ReactNode {
  const [Icon, color] = icons[name];
  return <Icon size={size} color={isMissing ? 'var(--errorMark)' : color} strokeWidth={1.9} aria-hidden />;
}
