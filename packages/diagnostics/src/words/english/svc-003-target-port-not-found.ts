import { code } from '../../text/code.ts';
import { countOf, isOrAre, listed, quoted } from './sentence.ts';

export interface UnknownTargetPort {
  readonly portId: string;
  /** The name that is looked for. */
  readonly name: string;
  readonly podCount: number;
  /** Names and, as text, numbers of the ports that the Pods declare. */
  readonly declaredNames: readonly string[];
  readonly declaredNumbers: readonly string[];
  /** Where the name stands although it does not count. */
  readonly nearMiss:
    | { readonly kind: 'other-protocol'; readonly protocol: string; readonly wantedProtocol: string }
    | { readonly kind: 'init-container'; readonly container: string }
    | undefined;
}

function nearMissText({ name, nearMiss }: UnknownTargetPort): string {
  if (nearMiss === undefined) return '';
  return nearMiss.kind === 'other-protocol'
    ? ` A port ${code(name)} exists, but for ${nearMiss.protocol}; the Service asks for ${nearMiss.wantedProtocol}.`
    : ` Init container ${nearMiss.container} declares it, but has ended before the Pod serves.`;
}

function declaredText({ podCount, declaredNames, declaredNumbers }: UnknownTargetPort): string {
  const pods = podCount === 1 ? 'The selected Pod' : `The ${podCount} selected Pods`;
  if (declaredNames.length > 0)
    return `${pods} ${podCount === 1 ? 'has' : 'have'} ${listed(declaredNames.map(code))}.`;
  const declares = podCount === 1 ? 'declares' : 'declare';
  return declaredNumbers.length === 0
    ? `${pods} ${declares} no port.`
    : `${pods} ${declares} ${listed(declaredNumbers.map(code))} without a name.`;
}

export const svc003Words = {
  label: (name: string) => `No container port ${quoted(name)}`,
  title: (name: string) => `Target port ${quoted(name)} is not a port of any selected Pod`,
  why: (unknown: UnknownTargetPort) =>
    `Service port ${code(unknown.portId)} leads to the container port named ${code(unknown.name)}. ${declaredText(unknown)}${nearMissText(unknown)}`,
  setTargetPort: {
    title: (port: string) => `Set targetPort to ${code(port)}`,
    explanation: () => 'The selected Pods declare it.',
  },
  pickPort: {
    title: () => 'Pick a port that the Pods declare',
    /** `ports`: names and numbers of those that would do. */
    explanation: (protocol: string, ports: readonly string[]) =>
      ports.length === 0
        ? `The containers declare no ${protocol} port. A number works as targetPort without being declared.`
        : `Declared: ${listed(ports.map(code))}.`,
  },
  nameContainerPort: {
    title: (name: string) => `Name a container port ${code(name)}`,
    explanation: (podCount: number) =>
      `In the Pod template; ${countOf(podCount, 'Pod')} ${isOrAre(podCount)} replaced.`,
  },
};
