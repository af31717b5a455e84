import type { CanaryBackend, Route } from '../engine/route.ts';
import { readPattern } from './read-pattern.ts';

/** Headers and cookies that a request may carry. */
export interface RequestVariant {
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: ReadonlyMap<string, string>;
}

const plain: RequestVariant = { headers: new Map(), cookies: new Map() };

/** The values of a canary's header that it can tell apart, besides none. */
function headerValues({ headerValue, headerPattern }: CanaryBackend): readonly string[] {
  const asked = headerPattern === undefined ? [] : readPattern(headerPattern).samples;
  const literal = headerPattern === undefined ? undefined : readPattern(headerPattern).literal;
  return [
    ...(headerValue === undefined ? [] : [headerValue]),
    ...(literal === undefined ? [] : [literal]),
    ...asked,
    'always',
    'never',
    'other',
  ];
}

const withHeader = (variant: RequestVariant, name: string, value: string): RequestVariant => ({
  ...variant,
  headers: new Map([...variant.headers, [name, value]]),
});

const withCookie = (variant: RequestVariant, name: string, value: string): RequestVariant => ({
  ...variant,
  cookies: new Map([...variant.cookies, [name, value]]),
});

function variantsOf(variants: readonly RequestVariant[], canary: CanaryBackend): readonly RequestVariant[] {
  const { header, cookie } = canary;
  const withHeaders =
    header === undefined
      ? variants
      : variants.flatMap((each) => [
          each,
          ...headerValues(canary).map((value) => withHeader(each, header, value)),
        ]);
  return cookie === undefined
    ? withHeaders
    : withHeaders.flatMap((each) => [
        each,
        ...['always', 'never', 'other'].map((value) => withCookie(each, cookie, value)),
      ]);
}

const listCanaries = (routes: readonly (Route | undefined)[]): readonly CanaryBackend[] => [
  ...new Set(routes.flatMap((route) => route?.canary ?? [])),
];

/** [DIF-3] The headers and cookies that the canaries of the chosen routes can tell apart; none at all comes first. */
export const listRequestVariants = (routes: readonly (Route | undefined)[]): readonly RequestVariant[] =>
  listCanaries(routes).reduce<readonly RequestVariant[]>(variantsOf, [plain]);

/** Whether examples of a header's pattern are all there is. */
export const hasSampledHeader = (routes: readonly (Route | undefined)[]): boolean =>
  listCanaries(routes).some(({ headerPattern }) => headerPattern !== undefined);
