import { resolvePlain, type PlainReading } from './resolve-plain.ts';

/** How the versions of YAML read one plain scalar: the type and the value, in words that can stand in a sentence. */
export interface VersionReadings {
  readonly text: string;
  readonly kubernetesType: PlainReading['kind'];
  readonly kubernetesValue: string;
  readonly yaml11Type: PlainReading['kind'];
  readonly yaml11Value: string;
  readonly yaml12Type: PlainReading['kind'];
  readonly yaml12Value: string;
}

const suspect = /^(?:[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|[-+]?[0-9.][0-9a-fA-FxXoO_:.+-]*)$/;
const plainDecimal = /^(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)$/;
const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const octal12 = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const asText = (text: string): PlainReading => ({ kind: 'text', value: text });

const readAs12 = (text: string): PlainReading => {
  if (octal12.test(text) || hexadecimal.test(text) || decimal.test(text))
    return { kind: 'number', value: Number(text) };
  return asText(text);
};

const readBase60 = (text: string): PlainReading => {
  const sign = text.startsWith('-') ? -1 : 1;
  const parts = text.replace(/^[-+]/, '').replaceAll('_', '').split(':');
  return { kind: 'number', value: sign * parts.reduce((sum, part) => sum * 60 + Number(part), 0) };
};

const readAs11 = (text: string, kubernetes: PlainReading): PlainReading => {
  if (base60.test(text)) return readBase60(text);
  if (/^[-+]?0[oO]/.test(text) || /^[-+]?0[89]/.test(text)) return asText(text);
  return kubernetes;
};

/**
 * The readings where Kubernetes (sigs.k8s.io/yaml), YAML 1.1 and YAML 1.2 do not agree about a plain scalar, so that a
 * person may have meant something else; `undefined` where they do.
 */
export const compareYamlVersions = (text: string): VersionReadings | undefined => {
  if (plainDecimal.test(text) || !suspect.test(text)) return undefined;
  const kubernetes = resolvePlain(text);
  if (kubernetes.kind === 'not-json') return undefined;
  const yaml11 = readAs11(text, kubernetes);
  const yaml12 = readAs12(text);
  if (kubernetes.value === yaml12.value && kubernetes.value === yaml11.value) return undefined;
  return {
    text,
    kubernetesType: kubernetes.kind,
    kubernetesValue: String(kubernetes.value),
    yaml11Type: yaml11.kind,
    yaml11Value: String(yaml11.value),
    yaml12Type: yaml12.kind,
    yaml12Value: String(yaml12.value),
  };
};
