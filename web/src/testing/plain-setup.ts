import { vi } from 'vitest';

// What browsers have and Node.js 20 lacks.
vi.stubGlobal('navigator', { language: 'en-US', languages: ['en-US', 'en'], platform: 'Linux', userAgent: 'Node.js' });
