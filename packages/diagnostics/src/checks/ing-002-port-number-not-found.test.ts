import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing002Cases, web } from '../testing/cases/ing-002.ts';
import { classes, toWeb } from '../testing/cases/web-ingress.ts';

test.each(ing002Cases)('%s', (_, objects, severity) => {
  expect(findingsAbout('ING-002', ...classes, ...objects)[0]?.severity).toBe(severity);
});

test('the roles of a port are told apart', () => {
  const why = (port: number) => findingsAbout('ING-002', ...classes, web, toWeb(port, 'traefik'))[0]?.why;
  expect(why(3000)).toBe(
    'Service web has port `80` named `http`. `3000` is its targetPort, the port of the Pods; an Ingress names the port of the Service.',
  );
  expect(why(30080)).toBe(
    'Service web has port `80` named `http`. `30080` is its nodePort, the port of the nodes; an Ingress names the port of the Service.',
  );
  expect(why(8080)).toBe('The backend asks for port `8080`. Service web has port `80` named `http`.');
});

test('it is told at the row with the port to use', () => {
  expect(findingsAbout('ING-002', ...classes, web, toWeb(8080, 'traefik'))[0]).toMatchObject({
    label: 'no port 8080',
    title: 'Service web has no port 8080',
    happens: 'Requests for `a.example.com/` fail now.',
    related: [{ kind: 'Service', namespace: 'shop', name: 'web' }],
    fixes: [
      { change: { field: 'spec.rules[].http.paths[].backend.service.port.number', from: '8080', to: '80' } },
    ],
  });
});
