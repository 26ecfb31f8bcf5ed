package io.kehu.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds the session of a request and its access token, which is refreshed in time.
 */
public final class BrowserSessions {

	static final String CSRF_HEADER = "Kehu-Csrf";

	private static final Logger logger = LoggerFactory.getLogger(BrowserSessions.class);

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	/** Such a token may expire on its way to a service. */
	private static final Duration TOO_SHORT = Duration.ofSeconds(5);

	private static final Duration SHORT = Duration.ofMinutes(2);

	private final SealedSessions sessions;

	private final TokenRefresh refresh;

	private final ReactiveJwtDecoder decoder;

	private final Clock clock;

	BrowserSessions(SealedSessions sessions, TokenRefresh refresh, ReactiveJwtDecoder decoder, Clock clock) {
		this.sessions = sessions;
		this.refresh = refresh;
		this.decoder = decoder;
		this.clock = clock;
	}

	/** Returns whether a browser presents a session, which may have ended. */
	public boolean isPresentedBy(ServerHttpRequest request) {
		return SessionCookies.valueOf(SessionCookies.SESSION, request).isPresent();
	}

	/**
	 * Returns the verified access token of the request's session.
	 * @return the token, or the failure that explains why there is none
	 */
	public Mono<Jwt> accessToken(ServerHttpRequest request) {
		return find(request).map(Found::token);
	}

	/**
	 * Finds the session of a request.
	 * @return the session with a valid access token, or a {@link SessionEndedException}
	 */
	Mono<Found> find(ServerHttpRequest request) {
		return Mono.justOrEmpty(SessionCookies.valueOf(SessionCookies.SESSION, request))
			.flatMap((id) -> this.sessions.find(id)
				.doOnNext((session) -> checkOrigin(request, session))
				.flatMap((session) -> withToken(id, session)))
			.switchIfEmpty(Mono.error(SessionEndedException::new))
			.onErrorMap(BadJwtException.class, (rejected) -> new SessionEndedException())
			.onErrorMap(JwtException.class, BrowserSessions::unverifiable);
	}

	/**
	 * Calls auth-service with the access token of the request's session, and once more
	 * with another one if auth-service, which is the first to know of revocations,
	 * rejects it.
	 * @param call fails with a {@link BadJwtException} if the token is rejected
	 */
	<T> Mono<T> call(ServerHttpRequest request, Function<Found, Mono<T>> call) {
		return find(request)
			.flatMap((found) -> call.apply(found)
				.onErrorResume(BadJwtException.class, (rejected) -> renewed(found.id(), found.session()).flatMap(call)))
			.onErrorMap(BadJwtException.class, (rejected) -> new SessionEndedException());
	}

	static ResponseStatusException unverifiable(JwtException failure) {
		return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
				"Access tokens currently cannot be verified.", failure);
	}

	Mono<Void> end(String id) {
		return this.sessions.remove(id);
	}

	/** Pages of other origins cannot read the value that the header has to repeat. */
	private static void checkOrigin(ServerHttpRequest request, BrowserSession session) {
		String repeated = request.getHeaders().getFirst(CSRF_HEADER);
		if (!SAFE.contains(request.getMethod())
				&& (repeated == null || !MessageDigest.isEqual(bytes(repeated), bytes(session.csrfToken())))) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN,
					"The header %s must repeat the csrfToken of GET /session.".formatted(CSRF_HEADER));
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private Mono<Found> withToken(String id, BrowserSession session) {
		if (session.tokens().endWithin(TOO_SHORT, this.clock.instant())) {
			return renewed(id, session);
		}
		if (session.tokens().endWithin(SHORT, this.clock.instant())) {
			this.refresh.refresh(id, session)
				.subscribe((done) -> logger.trace("Tokens were refreshed"),
						(failure) -> logger.debug("Tokens could not be refreshed in the background", failure));
		}
		return decode(id, session)
			// Revoked, for example because the rights of the user have changed
			.onErrorResume(BadJwtException.class, (rejected) -> renewed(id, session));
	}

	private Mono<Found> renewed(String id, BrowserSession session) {
		return this.refresh.refresh(id, session).flatMap((renewed) -> decode(id, renewed));
	}

	private Mono<Found> decode(String id, BrowserSession session) {
		return this.decoder.decode(session.tokens().access()).map((token) -> new Found(id, session, token));
	}

	/**
	 * The session of a request.
	 *
	 * @param id its id
	 * @param session its content
	 * @param token its access token
	 */
	record Found(String id, BrowserSession session, Jwt token) {
	}

}
