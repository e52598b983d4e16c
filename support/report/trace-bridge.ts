/** Where Allure's page opens traces by itself. */
const HOSTED_VIEWER = 'https://trace.playwright.dev';

/** The path at which the page finds its bridge. */
export const BRIDGE_PATH = 'groundwork-traces.js';

/** The path below which the trace viewer is served. */
export const VIEWER_PATH = 'trace/';

/** Allure's page with the bridge before its own scripts. */
export function withBridge(html: string): string {
  return html.replace(/<head[^>]*>/i, (head) => `${head}\n    <script src="${BRIDGE_PATH}"></script>`);
}

/** Allure's page without the scripts that it loads from elsewhere, to count its users. */
export function withoutStrangers(html: string): string {
  return html.replace(/<script[^>]+src="https?:[^>]*><\/script>/g, '');
}

/** The script of the bridge. */
export function bridgeScript(): string {
  return `(${bridge.toString()})(${JSON.stringify({ hosted: HOSTED_VIEWER, viewer: `${VIEWER_PATH}index.html` })});\n`;
}

/**
 * Runs in Allure's page. Allure opens an empty window, sends it to the hosted viewer, and hands the trace over
 * by a message, after a fixed time. Here the window stays until that message, and then goes to the viewer of this
 * server with the trace's address, so that nothing depends on the internet or on how fast the viewer starts.
 */
function bridge({ hosted, viewer }: { readonly hosted: string; readonly viewer: string }): void {
  const addresses = new WeakMap<Blob, string>();
  const blobOf = Response.prototype.blob;
  Response.prototype.blob = async function (this: Response) {
    const blob = await blobOf.call(this);
    addresses.set(blob, this.url);
    return blob;
  };

  const locationOf = (opened: Window): object =>
    new Proxy(
      {},
      {
        get: (_, key) => Reflect.get(opened.location, key) as unknown,
        set: (_, key, value) => String(value).startsWith(hosted) || Reflect.set(opened.location, key, value),
      },
    );
  const post = (opened: Window, message: unknown, target: unknown): void => {
    const trace: unknown = Reflect.get(Object(Reflect.get(Object(message), 'params')), 'trace');
    if (target !== hosted || !(trace instanceof Blob)) return opened.postMessage(message, String(target));
    const address = new URL(viewer, document.baseURI);
    address.searchParams.set('trace', addresses.get(trace) ?? URL.createObjectURL(trace));
    opened.location.replace(address);
  };
  const standIn = (opened: Window): Window =>
    new Proxy({} as Window, {
      get: (_, key) => {
        if (key === 'location') return locationOf(opened);
        if (key === 'postMessage') return (message: unknown, target: unknown) => post(opened, message, target);
        const value: unknown = Reflect.get(opened, key);
        return typeof value === 'function' ? (value.bind(opened) as unknown) : value;
      },
      set: (_, key, value) => Reflect.set(opened, key, value),
    });

  const open = window.open.bind(window);
  window.open = (url, ...rest) => {
    const opened = open(url, ...rest);
    return opened && !url ? standIn(opened) : opened;
  };
}
