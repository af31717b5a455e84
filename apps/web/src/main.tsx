import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { buildEnvironment } from './app/environment.ts';
import { startPreferences } from './preferences.ts';
import { takeCredential } from './server-state/token-store.ts';
import './ui/layers.css';
import './ui/reset.css';
import './ui/tokens.css';

const credential = takeCredential();
startPreferences();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(<App environment={buildEnvironment(credential)} />);
