import type { JsonValue } from '../json/json-value.ts';
import { quoteGo } from '../json/quote-go.ts';

/** One cause of a 422, as `field.Error` of apimachinery words it. */
export interface FieldError {
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

const withDetail = (start: string, detail: string): string => (detail === '' ? start : `${start}: ${detail}`);

export const invalid = (field: string, value: JsonValue, detail: string): FieldError => ({
  field,
  reason: 'FieldValueInvalid',
  message: withDetail(`Invalid value: ${quoteGo(value)}`, detail),
});

export const required = (field: string, detail = ''): FieldError => ({
  field,
  reason: 'FieldValueRequired',
  message: withDetail('Required value', detail),
});

export const forbidden = (field: string, detail: string): FieldError => ({
  field,
  reason: 'FieldValueForbidden',
  message: withDetail('Forbidden', detail),
});

export const duplicate = (field: string, value: JsonValue): FieldError => ({
  field,
  reason: 'FieldValueDuplicate',
  message: `Duplicate value: ${quoteGo(value)}`,
});

export const tooLong = (field: string, limitBytes: number): FieldError => ({
  field,
  reason: 'FieldValueTooLong',
  message: `Too long: may not be more than ${limitBytes} bytes`,
});

export const notSupported = (field: string, value: JsonValue, supported: readonly string[]): FieldError => ({
  field,
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${quoteGo(value)}: supported values: ${supported
    .map((item) => quoteGo(item))
    .join(', ')}`,
});
