import {load, report, requireSession} from './session.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

try {
  const session = await requireSession();
  const {services} = await load('/docs/services');
  SwaggerUIBundle({
    dom_id: '#apis',
    urls: services.map((name) => ({name, url: '/docs/api/' + name})),
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    deepLinking: true,
    validatorUrl: null,
    // Requests go through the session of this browser
    requestInterceptor: (request) => {
      if (!SAFE.includes((request.method ?? 'GET').toUpperCase())) {
        request.headers['Kehu-Csrf'] = session.csrfToken;
      }
      return request;
    }
  });
} catch (failure) {
  report(failure);
}
