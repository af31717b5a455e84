/** Colour tokens by theme: `tokens.json` is their one source. */
export interface ColourTokens {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

const declarations = (tokens: Readonly<Record<string, string>>): string =>
  Object.entries(tokens)
    .map(([name, value]) => `    --${name}: ${value.toLowerCase()};\n`)
    .join('');

/** The text of `tokens.css`. A test keeps that file equal to it. */
export function printTokensCss({ light, dark }: ColourTokens): string {
  return `@layer tokens {
  :root {
    color-scheme: light;
${declarations(light)}    --shadow-1: 0 1px 2px rgb(20 28 40 / 0.06);
    --shadow-2: 0 4px 14px rgb(20 28 40 / 0.1), 0 1px 3px rgb(20 28 40 / 0.08);
  }

  :root[data-theme='dark'] {
    color-scheme: dark;
${declarations(dark)}    --shadow-1: 0 1px 2px rgb(0 0 0 / 0.4);
    --shadow-2: 0 8px 24px rgb(0 0 0 / 0.5), 0 1px 3px rgb(0 0 0 / 0.4);
  }

  :root {
    --sans:
      'Inter Variable', -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC',
      system-ui, sans-serif;
    --mono:
      'JetBrains Mono Variable', ui-monospace, 'SF Mono', Menlo, Consolas, 'PingFang SC', 'Microsoft YaHei',
      'Noto Sans Mono CJK SC', monospace;
    --radius-chip: 4px;
    --radius-control: 6px;
    --radius-node: 8px;
    --radius-card: 10px;
    --motion-hover: 80ms;
    --motion-panel: 120ms;
    --row-height: 34px;
  }

  :root[data-density='comfortable'] {
    --row-height: 40px;
  }

  @media (prefers-reduced-motion: reduce) {
    :root {
      --motion-hover: 0ms;
      --motion-panel: 0ms;
    }
  }
}
`;
}
