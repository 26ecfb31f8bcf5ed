/** Returns the session of this browser, or leads to the login. */
export async function requireSession() {
  const response = await fetch('/session', {headers: {Accept: 'application/json'}});
  if (response.status === 401) {
    location.assign('/session/login?return=' + encodeURIComponent(location.pathname));
    return new Promise(() => {});
  }
  if (!response.ok) {
    throw new Error((await response.json()).detail ?? 'The session cannot be read.');
  }
  const session = await response.json();
  document.getElementById('user').textContent = session.me.displayName ?? session.me.name;
  return session;
}

export async function load(path) {
  const response = await fetch(path, {headers: {Accept: 'application/json'}});
  if (!response.ok) {
    throw new Error(path + ': status ' + response.status);
  }
  return response.json();
}

export function report(failure) {
  const notice = document.getElementById('notice');
  notice.className = 'notice';
  notice.textContent = failure.message;
}
