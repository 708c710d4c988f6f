import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#/app/App';
import { cspNonce } from '#/ui/csp-nonce';

// Dialogs lock the page's scrolling with a style element of their own.
setNonce(cspNonce());

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
