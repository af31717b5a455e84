import { code } from '../../text/code.ts';

export const tls013Words = {
  label: () => 'certificate not used',
  title: () => 'Traefik loads the certificate of spec.tls, but answers http only',
  happens: () => 'Requests by https for these hosts get 404.',
  effectNow: () => '404',
  why: () =>
    `To Traefik ${code('spec.tls')} only says which certificates to load. A router answers https where it has TLS itself or its entry point does, and neither is so here.`,
  routerTls: {
    title: 'Give its routers TLS',
    explanation: 'They then answer https alone, and http no longer.',
  },
  entryPointTls: {
    title: 'Give the entry point TLS',
    explanation: `The argument ${code('--entrypoints.websecure.http.tls=true')} of Traefik, as its Helm chart sets it; http is answered, too.`,
  },
};
