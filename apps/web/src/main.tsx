import './ui/reset.css';
import './ui/tokens.css';
// First of all: the order of the cascade layers is that of their first mention.
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { buildEnvironment } from './app/environment.ts';
import { startPreferences } from './preferences.ts';
import { takeCredential } from './server-state/token-store.ts';

const credential = takeCredential();
startPreferences();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(<App environment={buildEnvironment(credential)} />);
