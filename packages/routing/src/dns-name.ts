const label = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const subdomain = /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** RFC 1123 label: at most 63 of `a-z0-9-`, no hyphen at an end. What most names within a namespace are. */
export const isDnsLabel = (text: string): boolean => label.test(text);

/** RFC 1123 subdomain as Kubernetes checks it: labels with dots between them, 253 characters in all. */
export const isDnsSubdomain = (text: string): boolean => subdomain.test(text);
