package io.kehu.gateway;

import io.kehu.gateway.limit.Caller;
import io.kehu.gateway.session.BrowserSessions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Requires a verified access token, or the session of a browser, except on routes with
 * {@code open: true}. Permissions are checked by the services.
 * <p>
 * The decision depends on the route rather than on the path, so that no spelling of a
 * path bypasses it. It is a gateway filter instead of Spring Security's filter chain,
 * most of whose filters are not needed here.
 */
final class TokenCheck implements GlobalFilter, Ordered {

	static final String OPEN = "open";

	static final int ORDER = Ordered.HIGHEST_PRECEDENCE;

	private static final String SUBJECT = TokenCheck.class.getName();

	private static final String CLIENT = SUBJECT + ".client";

	private static final String OF_SESSION = SUBJECT + ".session";

	private static final String SCHEME = "Bearer ";

	private final ReactiveJwtDecoder decoder;

	private final @Nullable BrowserSessions sessions;

	/**
	 * Creates the filter.
	 * @param sessions the sessions of browsers, or null if there are none
	 */
	TokenCheck(ReactiveJwtDecoder decoder, @Nullable BrowserSessions sessions) {
		this.decoder = decoder;
		this.sessions = sessions;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (isOpen(exchange)) {
			return chain.filter(exchange);
		}
		return verified(exchange).doOnNext((verified) -> {
			exchange.getAttributes().put(SUBJECT, verified.getSubject());
			exchange.getAttributes().put(CLIENT, verified.getClaimAsString("client_id"));
		}).then(Mono.defer(() -> chain.filter(exchange)));
	}

	private Mono<Jwt> verified(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		if (authorization == null && this.sessions != null && this.sessions.isPresentedBy(request)) {
			return this.sessions.accessToken(request)
				.doOnNext((token) -> exchange.getAttributes().put(OF_SESSION, token.getTokenValue()));
		}
		String token = tokenIn(authorization);
		return (token != null) ? this.decoder.decode(token).onErrorMap(JwtException.class, TokenCheck::refusal)
				: Mono.error(TokenRefusedException.missing());
	}

	static boolean isOpen(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return Boolean.parseBoolean(String.valueOf(route.getMetadata().get(OPEN)));
	}

	/** Returns the verified subject, or an empty text on open routes. */
	static String subjectOf(ServerWebExchange exchange) {
		return exchange.getAttributeOrDefault(SUBJECT, "");
	}

	/** Returns who has sent a request, by address if no token was needed. */
	static Caller callerOf(ServerWebExchange exchange, TrustedPeers trusted) {
		String client = exchange.getAttribute(CLIENT);
		return (client != null) ? new Caller(subjectOf(exchange), client, "")
				: new Caller(null, null, trusted.clientOf(exchange.getRequest()).toString());
	}

	/** Returns the access token of the browser's session, or null without one. */
	static @Nullable String tokenOfSession(ServerWebExchange exchange) {
		return exchange.getAttribute(OF_SESSION);
	}

	private static @Nullable String tokenIn(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		return authorization.substring(SCHEME.length()).strip();
	}

	private static ResponseStatusException refusal(JwtException failure) {
		if (failure instanceof BadJwtException) {
			return TokenRefusedException.invalid(failure);
		}
		return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
				"Access tokens currently cannot be verified.", failure);
	}

}
