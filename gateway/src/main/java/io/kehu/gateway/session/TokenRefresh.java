package io.kehu.gateway.session;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Refreshes the tokens of sessions, those of each session once at a time: a refresh token
 * can be used once, and its reuse would end the login. Other requests wait for the
 * result, those at other gateways too.
 */
final class TokenRefresh {

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final int MOST_PAUSES = 60;

	private final ConcurrentMap<String, Mono<BrowserSession>> running = new ConcurrentHashMap<>();

	private final SealedSessions sessions;

	private final AuthService auth;

	private final SessionSeal seal;

	TokenRefresh(SealedSessions sessions, AuthService auth, SessionSeal seal) {
		this.sessions = sessions;
		this.auth = auth;
		this.seal = seal;
	}

	/**
	 * Replaces the tokens of a session.
	 * @param stale the session as it was read
	 * @return the session with other tokens, or a {@link SessionEndedException}
	 */
	Mono<BrowserSession> refresh(String id, BrowserSession stale) {
		// Goes on although the first one who waits for it may disconnect
		return this.running.computeIfAbsent(id,
				(session) -> attempt(id, stale).doFinally((signal) -> this.running.remove(id)).cache());
	}

	private Mono<BrowserSession> attempt(String id, BrowserSession stale) {
		String holder = this.seal.random();
		return this.sessions.lock(id, holder)
			.flatMap((locked) -> locked
					? current(id)
						.flatMap((session) -> isOther(session, stale) ? Mono.just(session) : renew(id, session))
						.flatMap((session) -> this.sessions.unlock(id, holder).thenReturn(session))
						.onErrorResume((failure) -> this.sessions.unlock(id, holder).then(Mono.error(failure)))
					: awaitOther(id, stale));
	}

	private Mono<BrowserSession> renew(String id, BrowserSession session) {
		return this.auth.refresh(session.tokens().refresh())
			.map(session::with)
			.flatMap((renewed) -> this.sessions.replace(id, renewed)
				.flatMap((replaced) -> replaced ? Mono.just(renewed) : Mono.error(new SessionEndedException())))
			.onErrorResume(GrantRefusedException.class,
					(refused) -> this.sessions.remove(id).then(Mono.error(new SessionEndedException())));
	}

	private Mono<BrowserSession> awaitOther(String id, BrowserSession stale) {
		return Mono.delay(PAUSE)
			.then(current(id))
			.filter((session) -> isOther(session, stale))
			.repeatWhenEmpty(MOST_PAUSES, (repeats) -> repeats)
			.onErrorMap(IllegalStateException.class,
					(endless) -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
							"The session is being renewed; try again.", endless));
	}

	private Mono<BrowserSession> current(String id) {
		return this.sessions.find(id).switchIfEmpty(Mono.error(SessionEndedException::new));
	}

	private static boolean isOther(BrowserSession session, BrowserSession than) {
		return !session.tokens().refresh().equals(than.tokens().refresh());
	}

}
