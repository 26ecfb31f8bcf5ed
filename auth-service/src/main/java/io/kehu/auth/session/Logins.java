package io.kehu.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.kehu.auth.revocation.Revocations;
import io.kehu.platform.id.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The logins of people. With a login ends everything that was granted in it: refresh
 * tokens, and access tokens wherever they are used.
 */
@Service
public class Logins {

	/** Longer than a browser's session lasts unused. */
	private static final Duration KEPT_UNUSED = Duration.ofHours(1);

	private static final int LONGEST_ADDRESS = 100;

	private final LoginRepository logins;

	private final OAuth2AuthorizationService authorizations;

	private final Revocations revocations;

	private final Clock clock;

	Logins(LoginRepository logins, OAuth2AuthorizationService authorizations, Revocations revocations, Clock clock) {
		this.logins = logins;
		this.authorizations = authorizations;
		this.revocations = revocations;
		this.clock = clock;
	}

	/**
	 * Begins a login.
	 * @param agent what the browser says of itself
	 * @return its id
	 */
	UUID start(UUID userId, String address, @Nullable String agent) {
		UUID id = Ids.next();
		this.logins.insert(id, userId, this.clock.instant(), shortened(address), Device.of(agent));
		return id;
	}

	/**
	 * Returns whether a login goes on, and if so notes that it is used.
	 */
	boolean isOpen(UUID id, UUID userId, String address) {
		boolean open = this.logins.isOpen(id, userId);
		if (open) {
			this.logins.seen(id, this.clock.instant(), shortened(address));
		}
		return open;
	}

	/**
	 * Notes that something was granted to a program in this login.
	 */
	void grant(UUID id, String authorizationId) {
		this.logins.grant(id, authorizationId);
	}

	/**
	 * Returns the logins of a person, the last used first.
	 * @param authorizationId what the caller was granted, or null
	 * @param own the caller's own login, or null
	 */
	List<LoginView> of(UUID userId, @Nullable String authorizationId, @Nullable UUID own) {
		return this.logins.findByUser(userId, authorizationId, own);
	}

	/**
	 * Ends one login of a person.
	 * @return whether there was such a one
	 */
	@Transactional
	public boolean end(UUID userId, UUID id) {
		List<@Nullable String> granted = this.logins.delete(userId, id, null);
		take(granted);
		return !granted.isEmpty();
	}

	/**
	 * Ends all logins of a person.
	 * @param except the one to keep, or null
	 */
	@Transactional
	public void endAll(UUID userId, @Nullable UUID except) {
		take(this.logins.delete(userId, null, except));
	}

	@Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetUnused() {
		this.logins.deleteUnusedSince(this.clock.instant().minus(KEPT_UNUSED));
	}

	private void take(List<@Nullable String> granted) {
		granted.stream().filter(Objects::nonNull).forEach((id) -> {
			OAuth2Authorization authorization = this.authorizations.findById(id);
			if (authorization != null) {
				this.authorizations.remove(authorization);
			}
			this.revocations.revoke(id);
		});
	}

	private static String shortened(String address) {
		return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
	}

}
