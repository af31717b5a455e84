import { expect, test } from 'vitest';
import { parseDemoFlags } from './demo-flags.ts';
import { parseServeFlags } from './serve-flags.ts';

const serve = (...args: string[]) => parseServeFlags(args, '/home/ann');

test('without flags the server listens on loopback and may open the page', () => {
  expect(serve()).toEqual({
    port: undefined,
    address: '127.0.0.1',
    mayOpen: true,
    isReadOnly: false,
    allowedHosts: [],
    kubeconfig: undefined,
    context: undefined,
    namespaces: undefined,
  });
});

test('all flags of serve', () => {
  expect(
    serve(
      '--kubeconfig=shop.yaml',
      '--context',
      'prod',
      '--namespace',
      'shop,billing',
      '--namespace=shop',
      '--port',
      '8080',
      '--listen',
      '0.0.0.0',
      '--no-open',
      '--read-only',
      '--allowed-host',
      'Fairlead.Example.com',
    ),
  ).toEqual({
    kubeconfig: '/home/ann/shop.yaml',
    context: 'prod',
    namespaces: ['shop', 'billing'],
    port: 8080,
    address: '0.0.0.0',
    mayOpen: false,
    isReadOnly: true,
    allowedHosts: ['fairlead.example.com'],
  });
});

test('an absolute path stays', () => {
  expect(serve('--kubeconfig', '/etc/kube/config')).toMatchObject({ kubeconfig: '/etc/kube/config' });
});

test.each([
  [['--port', 'http'], '--port http is no port'],
  [['--port', '65536'], '--port 65536 is no port'],
  [['--listen', 'everywhere'], '--listen everywhere is no IP address'],
  [['--allowed-host', '*'], '--allowed-host * is no host name'],
  [['--allowed-host', 'a.example:80'], 'without scheme, port or *'],
  [['--namespace', 'Shop'], '"Shop" is no name of a namespace'],
  [['--namespace', ''], '"" is no name of a namespace'],
  [['--kubeconfig='], '--kubeconfig needs'],
  [['--kubeconfg', 'x'], "Unknown option '--kubeconfg'"],
  [['--port'], "'--port <value>' argument missing"],
  [['shop'], "Unexpected argument 'shop'"],
])('%j is explained', (args, message) => {
  expect(() => serve(...args)).toThrow(message);
});

test('help is asked for', () => {
  expect(serve('--help')).toBe('help');
  expect(parseDemoFlags(['-h'])).toBe('help');
});

test('the demo takes no kubeconfig', () => {
  expect(() => parseDemoFlags(['--kubeconfig', 'x'])).toThrow("Unknown option '--kubeconfig'");
  expect(parseDemoFlags(['--seed', '3', '--port', '0'])).toMatchObject({ seed: 3, port: 0 });
  expect(() => parseDemoFlags(['--seed', 'x'])).toThrow('no whole number');
});

test('the demo is writable when asked to be, and not read-only at once', () => {
  expect(parseDemoFlags([])).toMatchObject({ isWritable: false });
  expect(parseDemoFlags(['--writable'])).toMatchObject({ isWritable: true, isReadOnly: false });
  expect(() => parseDemoFlags(['--writable', '--read-only'])).toThrow('exclude each other');
  expect(() => serve('--writable')).toThrow("Unknown option '--writable'");
});
