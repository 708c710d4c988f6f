// Draws the OpenAPI document. Text only ever enters the page as text nodes.
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const MAX_DEPTH = 6;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

function resolve(schema, document) {
  if (!schema?.$ref) return schema;
  return schema.$ref.slice(2).split('/').reduce((place, key) => place?.[key], document);
}

function example(schema, document, depth = 0) {
  const shape = resolve(schema, document) ?? {};
  if (depth > MAX_DEPTH) return '…';
  if (shape.enum) return shape.enum.join(' | ');
  const type = [shape.type].flat().find((candidate) => candidate !== 'null');
  if (type === 'array') return [example(shape.items, document, depth + 1)];
  if (shape.properties) {
    const required = new Set(shape.required ?? []);
    return Object.fromEntries(
      Object.entries(shape.properties).map(([name, value]) => [
        required.has(name) ? name : `${name}?`,
        example(value, document, depth + 1),
      ]),
    );
  }
  return shape.format ?? type ?? 'any';
}

function shapes(title, content, document) {
  return Object.entries(content ?? {}).map(([type, { schema }]) =>
    element(
      'section',
      {},
      element('p', { className: 'quiet' }, `${title} · ${type}`),
      schema && element('pre', { tabIndex: 0 }, JSON.stringify(example(schema, document), null, 2)),
    ),
  );
}

function parameters(operation) {
  if (!operation.parameters?.length) return undefined;
  const rows = operation.parameters.map((parameter) =>
    element(
      'tr',
      {},
      element('td', {}, element('code', {}, parameter.name)),
      element('td', {}, parameter.in),
      element('td', {}, parameter.required ? 'required' : 'optional'),
      element('td', {}, String(parameter.schema?.format ?? parameter.schema?.type ?? '')),
    ),
  );
  return element('table', {}, element('tbody', {}, ...rows));
}

function drawn(path, method, operation, document) {
  const open = operation.security && operation.security.length === 0;
  return element(
    'details',
    { id: operation.operationId },
    element(
      'summary',
      {},
      element('span', { className: 'method' }, method.toUpperCase()),
      element('code', {}, path),
      element('span', { className: 'quiet' }, open ? ' · public' : ''),
    ),
    element(
      'div',
      { className: 'body' },
      element('p', { className: 'quiet' }, [operation.operationId, operation.description].filter(Boolean).join(' · ')),
      parameters(operation),
      ...shapes('body', operation.requestBody?.content, document),
      ...Object.entries(operation.responses ?? {})
        .filter(([status]) => status !== 'default')
        .flatMap(([status, response]) => shapes(`answer ${status}`, response.content, document)),
    ),
  );
}

function draw(document, into) {
  const groups = new Map();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? 'other';
      groups.set(tag, [...(groups.get(tag) ?? []), drawn(path, method, operation, document)]);
    }
  }
  into.replaceChildren(
    ...[...groups]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([tag, items]) => element('section', {}, element('h2', {}, tag), ...items)),
  );
  into.setAttribute('aria-busy', 'false');
}

function filter(text, into) {
  for (const item of into.querySelectorAll('details')) {
    item.hidden = !item.textContent.toLowerCase().includes(text.toLowerCase());
  }
  for (const section of into.querySelectorAll(':scope > section')) {
    section.hidden = !section.querySelector('details:not([hidden])');
  }
}

const operations = window.document.getElementById('operations');
fetch('/api/v1/openapi.json')
  .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
  .then((document) => draw(document, operations))
  .catch(() => operations.replaceChildren(element('p', {}, 'The document could not be read. Try again.')));
window.document.getElementById('find').addEventListener('input', (event) => filter(event.target.value, operations));
