import '@testing-library/jest-dom/vitest';
import { vi } from 'vitest';

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
