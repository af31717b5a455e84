import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const read = (environment: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
  readConfig({ environment, platform, currentFolder: '/checkout' });

test('files are looked for where the person stands, not where npm runs the program', () => {
  expect(read({ INIT_CWD: '/home/ann' }).workingFolder).toBe('/home/ann');
  expect(read({}).workingFolder).toBe('/checkout');
});

test('a kubeconfig is looked for where kubectl looks', () => {
  expect(read({ KUBECONFIG: 'a:b', HOME: '/home/ann' }).kubeConfigPlaces).toMatchObject({
    variable: 'a:b',
    homeFolder: '/home/ann',
  });
});

test('credential plugins do not inherit what is ours', () => {
  const { environment } = read({
    FAIRLEAD_TOKEN: 'x',
    Fairlead_Token: 'y',
    PATH: '/bin',
    AWS_PROFILE: 'shop',
  }).connectionSurroundings;
  expect(environment).toEqual({ PATH: '/bin', AWS_PROFILE: 'shop' });
});

test('permissions of files are looked at everywhere but on Windows', () => {
  expect(read({}, 'linux').kubeConfigPlaces.hasFilePermissions).toBe(true);
  expect(read({}, 'darwin').kubeConfigPlaces.hasFilePermissions).toBe(true);
  expect(read({}, 'win32').kubeConfigPlaces.hasFilePermissions).toBe(false);
});

test('a token from outside counts only when it is as long as our own', () => {
  expect(read({ FAIRLEAD_TOKEN: 'short' }).token).toBeUndefined();
  expect(read({ FAIRLEAD_TOKEN: 'A'.repeat(43) }).token).toBe('A'.repeat(43));
});

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{ DISPLAY: ':0', CI: 'true' }, 'linux', false],
  [{}, 'darwin', true],
  [{ SSH_CONNECTION: '1 2 3 4' }, 'darwin', false],
  [{}, 'win32', true],
] as const)('%j on %s: a browser can be shown: %s', (environment, platform, expected) => {
  expect(read(environment, platform).hasDisplay).toBe(expected);
});

test('an unknown log level is the quiet one', () => {
  expect(read({ FAIRLEAD_LOG: 'everything' }).logLevel).toBe('warn');
  expect(read({ FAIRLEAD_LOG: 'info' }).logLevel).toBe('info');
});

test('colours are declined by NO_COLOR and by terminals that have none', () => {
  expect(read({}).mayColour).toBe(true);
  expect(read({ NO_COLOR: '' }).mayColour).toBe(true);
  expect(read({ NO_COLOR: '1' }).mayColour).toBe(false);
  expect(read({ TERM: 'dumb' }).mayColour).toBe(false);
});
