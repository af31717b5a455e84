import type { EndpointSlice } from '@fairlead/kube-objects';
import { code } from '../../text/code.ts';
import { listed, quoted } from './sentence.ts';

export interface UnpairedPort {
  readonly serviceName: string;
  /** Of the Service’s port; empty: it has none. */
  readonly name: string;
  readonly slices: readonly { readonly name: string; readonly ports: NonNullable<EndpointSlice['ports']> }[];
}

const portText = (name: string): string => (name === '' ? 'an unnamed port' : `a port named ${quoted(name)}`);

const nameText = (name: string): string => (name === '' ? 'no name' : `the name ${quoted(name)}`);

function sliceText({ name: sliceName, ports }: UnpairedPort['slices'][number]): string {
  const texts = ports.map(({ name, port }) => (name ? code(name) : `an unnamed port ${port ?? ''}`.trim()));
  return `EndpointSlice ${sliceName} has ${texts.length === 0 ? 'no port' : listed(texts)}.`;
}

export const svc012Words = {
  label: (name: string) => (name === '' ? 'No unnamed slice port' : `No slice port ${quoted(name)}`),
  title({ name, slices }: UnpairedPort): string {
    const [first] = slices;
    return slices.length === 1 && first !== undefined
      ? `EndpointSlice ${first.name} does not have ${portText(name)}`
      : `No EndpointSlice has ${portText(name)}`;
  },
  why: ({ serviceName, name, slices }: UnpairedPort) =>
    `Ports of a Service and of its slices are paired by name. Service ${serviceName} has ${portText(name)}. ${listed(slices.map(sliceText), 5)} What does not pair is ignored.`,
  renameSlicePort: {
    title: (name: string) => `Give the slice’s port ${nameText(name)}`,
    explanation: () => 'Names have to be equal, letter for letter; the number stays.',
  },
  renameServicePort: {
    title: (name: string) => `Give the Service’s port ${nameText(name)}`,
    explanation: () => 'As the slice has it; no Ingress leads there by the present name.',
  },
};
