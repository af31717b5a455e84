import { compareYamlVersions } from './compare-yaml-versions.ts';
import { decodeBinary } from './decode-binary.ts';
import { hasLoneSurrogate } from './check-characters.ts';
import { resolvePlain, type PlainReading } from './resolve-plain.ts';
import type { ScalarNode } from './text-node.ts';
import type { TextProblemCode } from './text-problem.ts';

/** Says something about the scalar that is being read. */
export type ReportScalar = (
  code: TextProblemCode,
  severity: 'error' | 'warning',
  details: Readonly<Record<string, string | number>>,
) => void;

/** A scalar as it stands in the text: unescaped, with its style and its tag in long form. */
export interface ScalarSource {
  readonly text: string;
  readonly style: ScalarNode['style'];
  readonly tag: string | undefined;
}

const yamlTags = 'tag:yaml.org,2002:';

const kindOfTag: Readonly<Record<string, PlainReading['kind']>> = {
  [`${yamlTags}int`]: 'number',
  [`${yamlTags}float`]: 'number',
  [`${yamlTags}bool`]: 'boolean',
  [`${yamlTags}null`]: 'null',
};

const asText = (text: string): PlainReading => ({ kind: 'text', value: text });

const readBinary = (text: string, report: ReportScalar): PlainReading => {
  const decoded = decodeBinary(text);
  if (decoded === undefined) report('unsupported-value', 'error', { text, tag: '!!binary' });
  return asText(decoded ?? text);
};

const readTagged = ({ text, tag = '' }: ScalarSource, report: ReportScalar): PlainReading => {
  if (tag === '!' || tag === `${yamlTags}str` || tag === `${yamlTags}timestamp`) return asText(text);
  if (tag === `${yamlTags}binary`) return readBinary(text, report);
  const kind = Object.hasOwn(kindOfTag, tag) ? kindOfTag[tag] : undefined;
  if (kind === undefined) {
    report('unsupported-tag', 'error', { tag: tag.replace(yamlTags, '!!') });
    return asText(text);
  }
  const reading = resolvePlain(text);
  if (reading.kind !== kind) report('unsupported-value', 'error', { text, tag: tag.replace(yamlTags, '!!') });
  return reading;
};

const warnAboutPlain = (text: string, report: ReportScalar): void => {
  const readings = compareYamlVersions(text);
  if (readings !== undefined) report('unlike-yaml-1.1', 'warning', { ...readings });
};

/**
 * A scalar's value as the API server would get it from kubectl. Quoted and block texts are texts; a tag decides where
 * it stands; `!!binary` is decoded as Kubernetes does, other tags are refused.
 */
export const readScalar = (source: ScalarSource, report: ReportScalar): PlainReading['value'] => {
  if (hasLoneSurrogate(source.text)) report('not-utf-8', 'error', { text: source.text });
  if (source.tag === undefined && source.style !== 'plain') return source.text;
  const reading = source.tag === undefined ? resolvePlain(source.text) : readTagged(source, report);
  if (source.tag === undefined) warnAboutPlain(source.text, report);
  if (reading.kind === 'not-json') report('unsupported-value', 'error', { text: source.text });
  const { integer, value } = reading;
  if (integer !== undefined && BigInt(Number(value)) !== integer)
    report('imprecise-number', 'warning', { text: source.text, readAs: String(value) });
  return value;
};
