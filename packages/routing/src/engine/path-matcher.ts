/** What a route's path matches. `elements` and `text` hold the path they compare with; a pattern is compiled once. */
export type PathMatcher =
  | { readonly kind: 'everything' }
  | { readonly kind: 'exact'; readonly path: string }
  | { readonly kind: 'elements'; readonly path: string }
  | { readonly kind: 'text'; readonly path: string }
  /** `path` is in lower case. */
  | { readonly kind: 'text-any-case'; readonly path: string }
  | { readonly kind: 'pattern'; readonly regex: RegExp };

/** [TRC-5] A Prefix of whole elements; slashes at its end do not count, and nothing but slashes matches everything. */
export function elementsMatcher(path: string): PathMatcher {
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  return bare === '' ? { kind: 'everything' } : { kind: 'elements', path: bare };
}

/** A pattern that JavaScript understands; `undefined` for any other. */
export function patternMatcher(source: string, flags = ''): PathMatcher | undefined {
  try {
    return { kind: 'pattern', regex: new RegExp(source, flags) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a request's path is the route's. */
export function matchesPath(matcher: PathMatcher, path: string): boolean {
  switch (matcher.kind) {
    case 'everything':
      return true;
    case 'exact':
      return path === matcher.path;
    case 'elements':
      return (
        path.startsWith(matcher.path) &&
        (path.length === matcher.path.length || path.charCodeAt(matcher.path.length) === 47)
      );
    case 'text':
      return path.startsWith(matcher.path);
    case 'text-any-case':
      return path.toLowerCase().startsWith(matcher.path);
    case 'pattern':
      return matcher.regex.test(path);
  }
}
