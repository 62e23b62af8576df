/** What a page can never do, in either host: one row for each attack. */
import { expect, test } from './fixtures/hosts';

test.describe('content policy', () => {
  const attacks = {
    'an inline script': () => {
      const script = document.createElement('script');
      script.textContent = 'window.broken = 1';
      document.head.append(script);
    },
    'text as code': () => {
      const later: (code: never) => void = window.setTimeout;
      later('window.broken = 1' as never);
    },
    'an event attribute': () => {
      const div = document.createElement('div');
      div.innerHTML = '<img src="data:image/png;base64,x" onerror="window.broken = 1">';
      document.body.append(div);
    },
    'a script from elsewhere': () => {
      const script = document.createElement('script');
      script.src = 'https://example.com/x.js';
      document.head.append(script);
    },
    'a data script': () => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,window.broken = 1';
      document.head.append(script);
    },
    'a frame': () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.broken = 1</script>';
      document.body.append(frame);
    },
    'an object': () => {
      const object = document.createElement('object');
      object.data = 'data:text/html,<script>parent.broken = 1</script>';
      document.body.append(object);
    },
    'a base address': () => {
      const base = document.createElement('base');
      base.href = 'https://example.com/';
      document.head.append(base);
    },
  } as const;

  test('nothing a page is given runs', async ({ app }) => {
    app.allow(/.*/);
    for (const [name, attack] of Object.entries(attacks))
      await test.step(name, async () => {
        const refused = app.page.evaluate(
          () =>
            new Promise((resolve) => {
              document.addEventListener('securitypolicyviolation', resolve, { once: true });
              setTimeout(resolve, 1_000);
            }),
        );
        await app.page.evaluate(attack).catch(() => undefined);
        await refused;
        const outcome = () => ({
          broken: (window as never as { broken?: number }).broken,
          moved: document.baseURI.includes('example.com'),
        });
        expect(await app.page.evaluate(outcome), name).toEqual({ broken: undefined, moved: false });
      });
  });

  test('nothing leaves the machine', async ({ app }) => {
    app.allow(/.*/);
    const outcomes = await app.page.evaluate(async () => {
      const tries = [
        () => fetch('https://example.com/'),
        () => fetch('http://127.0.0.1:9/'),
        () => fetch('file:///etc/passwd'),
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:9/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
        () =>
          new Promise((resolve, reject) => {
            const image = new Image();
            image.onload = resolve;
            image.onerror = reject;
            image.src = 'https://example.com/x.png';
          }),
      ];
      const results: boolean[] = [];
      for (const attempt of tries)
        results.push(
          await Promise.resolve()
            .then(attempt)
            .then(
              () => true,
              () => false,
            ),
        );
      return results;
    });
    expect(outcomes).toEqual([false, false, false, false, false]);
  });
});

test('permissions are refused', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const found: Record<string, string> = {};
    for (const name of names)
      found[name] = await navigator.permissions
        .query({ name: name as PermissionName })
        .then((status) => status.state)
        .catch(() => 'denied');
    return found;
  });
  for (const [name, state] of Object.entries(states))
    expect(app.host === 'electron' ? state : state === 'granted' ? 'granted' : 'denied', name).toBe('denied');
});

test('a page that was broken into has no Node and no more than the bridge', async ({ app }) => {
  const found = await app.page.evaluate(() => {
    const so = (window as never as { so?: object }).so;
    return {
      node: typeof (globalThis as never as { process?: unknown }).process,
      require: typeof (globalThis as never as { require?: unknown }).require,
      bridge: so ? Object.keys(so).sort() : null,
      frozen: so ? Object.isFrozen(so) : null,
    };
  });
  expect(found).toEqual({
    node: 'undefined',
    require: 'undefined',
    bridge: app.host === 'electron' ? ['host', 'invoke', 'on'] : null,
    frozen: app.host === 'electron' ? true : null,
  });
});

test('hostile requests get an envelope, never a stack or a path', async ({ app }) => {
  const requests: unknown[] = [
    null,
    'x',
    [],
    {},
    { operation: 'settings.get' },
    { operation: 'settings.get', input: {}, extra: 1 },
    { operation: '__proto__', input: {} },
    { operation: 'constructor', input: {} },
    { operation: 'host.__proto__', input: {} },
    { operation: 'host.saveFile', input: { token: '../../etc/passwd' } },
    { operation: 'host.printFile', input: { token: 'x' } },
    { operation: 'settings.update', input: { version: 'x' } },
    { operation: 'a'.repeat(500), input: {} },
  ];
  for (const request of requests) {
    const envelope = await app.invoke(request);
    expect(envelope.ok, JSON.stringify(request)).toBe(false);
    expect(JSON.stringify(envelope)).not.toMatch(/\/(?:root|home|tmp|work)\/|node_modules|at \w+ \(/);
  }
});
