import { code } from '../../text/code.ts';

export const tls016Words = {
  label: () => 'sent to https',
  title: (host: string, other: string) => `${other} has ${code(host)} sent to https, the paths here too`,
  happens: (host: string) => `Requests by http for ${code(host)} are answered with 308 to https.`,
  effectNow: () => '308',
  why: (other: string) =>
    `To ingress-nginx a host has TLS as soon as one Ingress with a rule for it has ${code('spec.tls')}, as ${other} does. This one says nothing about it.`,
  stayHttp: {
    title: 'Answer http here',
    explanation: `${code('ssl-redirect: "false"')} of this Ingress.`,
  },
  redirectOnPurpose: {
    title: 'Say that it is meant',
    explanation: `${code('ssl-redirect: "true"')} of this Ingress changes nothing for requests.`,
  },
};
