const isIpv4Address = (text: string): boolean => {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
};

function isIpv6Address(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const isMapped = last.includes('.');
  if (isMapped && !isIpv4Address(last)) return false;
  const plain = isMapped ? groups.slice(0, -1) : groups;
  const count = plain.length + (isMapped ? 2 : 0);
  return (
    plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8)
  );
}

/** An IPv4 address in dotted decimals or an IPv6 address without zone. */
export const isIpAddress = (text: string): boolean => isIpv4Address(text) || isIpv6Address(text);
