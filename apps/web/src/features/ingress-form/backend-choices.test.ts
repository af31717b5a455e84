import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import type { IngressFormFacts, ServiceChoice } from '../../workers/ingress-form-facts.ts';
import { backendNotes, endpointText } from './backend-choices.ts';

const { rules: words } = messagesOf('en').ingressForm;
const port = {
  name: 'http',
  number: 80,
  protocol: 'TCP',
  readyPods: 0,
  canBeNamed: true,
  missingTarget: undefined,
};
const pay: ServiceChoice = {
  name: 'pay',
  type: 'ClusterIP',
  ports: [port],
  readyPods: 2,
  allPods: 2,
  isAnswering: false,
  isCounted: true,
};
const factsWith = (service: ServiceChoice): IngressFormFacts => ({
  areServicesKnown: true,
  services: [service],
  moreServices: 0,
  areClassesKnown: true,
  classes: [],
  family: undefined,
  samePathRule: 'unspecified',
  createdAt: undefined,
  areIngressesKnown: true,
  namespaces: [],
  isNameTaken: false,
  claims: [],
});
const backend = { service: { name: 'pay', port: { name: 'http' } } };

test.each<[string, Partial<ServiceChoice>, readonly string[]]>([
  [
    'a target port that no Pod has',
    { ports: [{ ...port, missingTarget: 'htpp' }] },
    [words.noTarget('pay', 'htpp')],
  ],
  ['ready Pods without endpoints', {}, [words.noEndpoint('pay')]],
  ['no ready Pod', { readyPods: 0 }, [words.noneReady('pay', 2)]],
  ['no Pod', { readyPods: 0, allPods: 0 }, [words.noneReady('pay', 0)]],
  ['what cannot be counted', { isCounted: false }, []],
  ['one that answers', { isAnswering: true }, []],
])('under a backend: %s', (_title, part, expected) => {
  const notes = backendNotes(backend, factsWith({ ...pay, ...part }), { words, onUsePort: () => undefined });
  expect(notes.map(({ message }) => message)).toEqual(expected);
});

test('its Pods are counted whether or not its port leads to them', () => {
  expect(endpointText(backend, factsWith(pay), words)).toBe('pay: 2 of 2 Pods ready.');
});
