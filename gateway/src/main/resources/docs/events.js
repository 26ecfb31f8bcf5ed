import {load, report, requireSession} from './session.js';

function element(name, text, ...children) {
  const created = document.createElement(name);
  if (text) {
    created.textContent = text;
  }
  created.append(...children);
  return created;
}

function follow(document, value) {
  let target = value;
  while (target?.$ref?.startsWith('#/')) {
    target = target.$ref.slice(2).split('/').reduce((node, key) => node?.[key.replaceAll('~1', '/')], document);
  }
  return target ?? {};
}

function details(title, value) {
  return element('details', '', element('summary', title),
      element('pre', '', element('code', JSON.stringify(value, null, 2))));
}

function describe(document, channel) {
  const section = element('section', '', element('h3', channel.address ?? ''));
  if (channel.description) {
    section.append(element('p', channel.description));
  }
  const bindings = channel.bindings?.kafka;
  if (bindings) {
    section.append(details('Topic settings', bindings));
  }
  const schemas = new Map();
  const list = element('ul');
  for (const reference of Object.values(channel.messages ?? {})) {
    const message = follow(document, reference);
    list.append(element('li', '', element('code', message.name ?? '')));
    schemas.set(message.payload?.$ref ?? message.name, message.payload);
  }
  section.append(list);
  for (const [name, payload] of schemas) {
    section.append(details('Schema ' + String(name).split('/').pop(), follow(document, payload)));
  }
  return section;
}

try {
  await requireSession();
  const {services} = await load('/docs/services');
  const page = document.getElementById('events');
  const answers = await Promise.allSettled(services.map((name) => load('/docs/events/' + name)));
  answers.filter((answer) => answer.status === 'fulfilled').map((answer) => answer.value).forEach((events) => {
    page.append(element('h2', events.info.title), element('p', events.info.description));
    Object.values(events.channels ?? {}).forEach((channel) => page.append(describe(events, channel)));
  });
  const failed = services.filter((name, index) => answers[index].status === 'rejected');
  if (failed.length > 0) {
    report(new Error('Not available: ' + failed.join(', ')));
  }
} catch (failure) {
  report(failure);
}
