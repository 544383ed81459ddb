import '@spolu/ui/tokens.css';
import '@spolu/ui/base.css';
import '@spolu/ui/plain.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PhoneApp } from './sessions/phone/phone-app.tsx';
import { applyTheme } from './shell/theme.ts';

applyTheme();
const root = document.getElementById('phone');
if (!root) throw new Error('join.html has no #phone');
createRoot(root).render(
  <StrictMode>
    <PhoneApp />
  </StrictMode>,
);
