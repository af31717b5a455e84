import { isIpAddress } from '@fairlead/kube-objects';
import type { AnnotationValue } from './controller-annotation.ts';

export type AnnotationValueCode =
  | 'annotation-not-a-boolean'
  | 'annotation-not-a-number'
  | 'annotation-out-of-range'
  | 'annotation-not-a-time'
  | 'annotation-not-a-size'
  | 'annotation-not-a-choice'
  | 'annotation-not-ranges';

const isRange = (text: string): boolean => {
  const [address = '', length, more] = text.split('/');
  if (more !== undefined || !isIpAddress(address)) return false;
  return (
    length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (address.includes(':') ? 128 : 32))
  );
};

function checkNumber(
  text: string,
  { least, most }: { readonly least?: number; readonly most?: number },
): AnnotationValueCode | undefined {
  if (!/^-?\d+$/.test(text)) return 'annotation-not-a-number';
  const number = Number(text);
  return (least !== undefined && number < least) || (most !== undefined && number > most)
    ? 'annotation-out-of-range'
    : undefined;
}

type SimpleKind = Exclude<AnnotationValue['kind'], 'text' | 'snippet' | 'number' | 'choice'>;

const patterns: Readonly<Record<SimpleKind, readonly [(text: string) => boolean, AnnotationValueCode]>> = {
  boolean: [(text) => /^(?:true|false|t|f|1|0)$/i.test(text), 'annotation-not-a-boolean'],
  duration: [(text) => /^\d+$/.test(text), 'annotation-not-a-number'],
  time: [(text) => /^(?:\d+(?:us|ms|s|m|h|d)?)+$/.test(text), 'annotation-not-a-time'],
  size: [(text) => /^\d+[kKmMgG]?$/.test(text), 'annotation-not-a-size'],
  ranges: [(text) => text.split(',').every((each) => isRange(each.trim())), 'annotation-not-ranges'],
};

/**
 * [CTL-9] Why a controller will not understand the text of an annotation. The API server takes any text: what comes of it
 * depends on the controller, some drop the annotation and some the whole Ingress. `undefined`: nothing to object.
 */
export function checkAnnotationValue(value: AnnotationValue, text: string): AnnotationValueCode | undefined {
  if (value.kind === 'text' || value.kind === 'snippet') return undefined;
  const trimmed = text.trim();
  if (value.kind === 'number') return checkNumber(trimmed, value);
  if (value.kind === 'choice') return value.choices.includes(trimmed) ? undefined : 'annotation-not-a-choice';
  const [isRight, code] = patterns[value.kind];
  return isRight(trimmed) ? undefined : code;
}
