import '@testing-library/jest-dom/vitest';
import { afterEach, vi } from 'vitest';
import { serve } from '#/testing/server';
import { clear } from '#/testing/show';

// Here, since files of tests share their modules: what a module did when it is loaded it would do for the first alone.
serve();
afterEach(clear);

// jsdom draws nothing: charts are proven in the browser journey, their options here.
vi.mock('#/ui/chart/echarts-core', () => ({
  startChart: () => ({ setOption: () => undefined, resize: () => undefined, dispose: () => undefined }),
}));

// What jsdom lacks and Mantine asks for.
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => undefined;
Blob.prototype.arrayBuffer = function () {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
};
