/** Whether a segment is `.` or `..`, written plainly or percent-encoded. */
const isDots = (segment: string, dots: string): boolean => segment.replace(/%2e/gi, '.') === dots;

/** [RFC 3986] 5.2.4: a path without `.` and `..`, as clients send it. */
export function resolveDotSegments(path: string): string {
  const segments = path.split('/').slice(1);
  const kept: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (isDots(segment, '..')) kept.pop();
    else if (!isDots(segment, '.')) kept.push(segment);
    if (isLast && (isDots(segment, '.') || isDots(segment, '..'))) kept.push('');
  }
  return `/${kept.join('/')}`;
}
