package io.kehu.gateway.session;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * The session of a browser over HTTP.
 */
public final class SessionPages {

	private static final String SESSION = "/session";

	private static final String LOGOUT = "/session/logout";

	private final BrowserSessions sessions;

	private final AuthService auth;

	private final JsonMapper json;

	private final SessionProperties limits;

	private final Map<String, Page> pages;

	SessionPages(BrowserSessions sessions, LoginPages logins, AuthService auth, JsonMapper json,
			SessionProperties limits) {
		this.sessions = sessions;
		this.auth = auth;
		this.json = json;
		this.limits = limits;
		this.pages = Map.of(SESSION, new Page(HttpMethod.GET, this::show), LoginPages.LOGIN,
				new Page(HttpMethod.GET, logins::begin), LoginPages.CALLBACK, new Page(HttpMethod.GET, logins::finish),
				LOGOUT, new Page(HttpMethod.POST, this::logOut));
	}

	/** Returns what handles a request, or null if it is about something else. */
	public @Nullable WebHandler find(ServerHttpRequest request) {
		Page page = this.pages.get(request.getURI().getRawPath());
		if (page == null) {
			return null;
		}
		return (exchange) -> {
			exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
			return page.method().equals(request.getMethod()) ? page.handler().handle(exchange)
					: Mono.error(new MethodNotAllowedException(request.getMethod(), Set.of(page.method())));
		};
	}

	private Mono<Void> show(ServerWebExchange exchange) {
		return this.sessions.call(exchange.getRequest(), this::shown)
			.flatMap((shown) -> write(exchange, shown))
			.doOnError(SessionEndedException.class, (ended) -> forget(exchange));
	}

	private Mono<Shown> shown(BrowserSessions.Found found) {
		return this.auth.me(found.token().getTokenValue())
			.map((me) -> new Shown(me, found.session().csrfToken(), found.session().endsAt().toString(),
					this.limits.idle().toSeconds()));
	}

	private Mono<Void> write(ServerWebExchange exchange, Shown shown) {
		ServerHttpResponse response = exchange.getResponse();
		byte[] text = this.json.writeValueAsBytes(shown);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(text.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(text)));
	}

	private Mono<Void> logOut(ServerWebExchange exchange) {
		return this.sessions.call(exchange.getRequest(), this::end)
			.onErrorResume(SessionEndedException.class, (ended) -> Mono.empty())
			.then(Mono.defer(() -> {
				forget(exchange);
				exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
				return exchange.getResponse().setComplete();
			}));
	}

	private Mono<Void> end(BrowserSessions.Found found) {
		return this.auth.endLogin(found.token().getTokenValue()).then(Mono.defer(() -> this.sessions.end(found.id())));
	}

	private static void forget(ServerWebExchange exchange) {
		exchange.getResponse().addCookie(SessionCookies.removed(SessionCookies.SESSION));
	}

	/**
	 * What answers requests with one method to one path.
	 */
	private record Page(HttpMethod method, WebHandler handler) {
	}

	/**
	 * A session as its browser sees it.
	 *
	 * @param me the user, as from {@code GET /api/v1/me}
	 * @param expiresAt when the session ends at the latest
	 * @param idleTimeoutSeconds how long the session lasts without a request
	 */
	private record Shown(JsonNode me, String csrfToken, String expiresAt, long idleTimeoutSeconds) {
	}

}
