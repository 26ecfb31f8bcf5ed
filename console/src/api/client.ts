import { Problem, Unreachable } from './problem';

export type Query = URLSearchParams | Record<string, string | number | boolean | undefined>;

export interface Call {
  query?: Query;
  body?: unknown;
  etag?: string;
  contentType?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer<T> {
  data: T;
  etag: string | undefined;
}

let csrfToken = '';
const endListeners = new Set<() => void>();

export function protectWith(token: string) {
  csrfToken = token;
}

/** Calls back when a request is refused because the session has ended; returns a function that stops this. */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

export function loginAddress(extra = ''): string {
  const here = location.pathname + location.search + location.hash;
  return `/session/login?return=${encodeURIComponent(here)}${extra}`;
}

export function address(path: string, query?: Query): string {
  if (!query) {
    return path;
  }
  const given = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (!(query instanceof URLSearchParams)) {
    Object.entries(query).forEach(([key, value]) => value !== undefined && given.append(key, String(value)));
  }
  const text = given.toString();
  return text ? `${path}?${text}` : path;
}

function headersOf(method: string, call: Call): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', ...call.headers };
  if (method !== 'GET') {
    headers['Kehu-Csrf'] = csrfToken;
  }
  if (call.etag !== undefined) {
    headers['If-Match'] = call.etag;
  }
  if (call.body !== undefined) {
    headers['Content-Type'] = call.contentType ?? (method === 'PATCH' ? 'application/merge-patch+json' : 'application/json');
  }
  return headers;
}

function unauthorized(response: Response) {
  const challenge = response.headers.get('WWW-Authenticate') ?? '';
  if (challenge.includes('insufficient_user_authentication')) {
    const age = /max_age="?(\d+)/.exec(challenge)?.[1];
    const level = /acr_values="([^"]+)"/.exec(challenge)?.[1];
    location.assign(loginAddress((age ? `&max_age=${age}` : '') + (level ? `&acr_values=${encodeURIComponent(level)}` : '')));
    return;
  }
  endListeners.forEach((listener) => listener());
}

export async function send(method: string, path: string, call: Call = {}): Promise<Response> {
  const raw = typeof call.body === 'string' || call.body instanceof Blob;
  const body = call.body === undefined || raw ? (call.body as BodyInit | undefined) : JSON.stringify(call.body);
  const init: RequestInit = { method, headers: headersOf(method, call), ...(body !== undefined && { body }), ...(call.signal && { signal: call.signal }) };
  const response = await fetch(address(path, call.query), init).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new Unreachable();
  });
  if (!response.ok) {
    if (response.status === 401) {
      unauthorized(response);
    }
    throw await Problem.of(response);
  }
  return response;
}

async function answered<T>(method: string, path: string, call?: Call): Promise<Answer<T>> {
  const response = await send(method, path, call);
  const text = response.status === 204 ? '' : await response.text();
  return { data: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('ETag') ?? undefined };
}

export const api = {
  get: async <T>(path: string, call?: Call) => (await answered<T>('GET', path, call)).data,
  one: <T>(path: string, call?: Call) => answered<T>('GET', path, call),
  post: <T>(path: string, body?: unknown, call?: Call) => answered<T>('POST', path, { ...call, body }),
  put: <T>(path: string, body: unknown, call?: Call) => answered<T>('PUT', path, { ...call, body }),
  patch: <T>(path: string, body: unknown, etag: string, call?: Call) => answered<T>('PATCH', path, { ...call, body, etag }),
  remove: (path: string, etag?: string) => answered<void>('DELETE', path, { ...(etag !== undefined && { etag }) }),
};
