import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app';
import { keepPage } from './app/keep-page';

import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App version={new URL(import.meta.url).pathname} />
  </StrictMode>,
);
if (import.meta.env.PROD) keepPage();
