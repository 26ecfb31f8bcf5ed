package io.kehu.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.platform.id.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The logins of users. Ending one ends everything granted in it: refresh tokens, and
 * access tokens wherever they are used.
 */
@Service
public class Logins {

	/** Longer than the idle timeout of a browser session. */
	private static final Duration KEPT_UNUSED = Duration.ofHours(1);

	private static final int LONGEST_ADDRESS = 100;

	private final LoginRepository logins;

	private final OAuth2AuthorizationService authorizations;

	private final Revocations revocations;

	private final AuditLog audit;

	private final Clock clock;

	Logins(LoginRepository logins, OAuth2AuthorizationService authorizations, Revocations revocations, AuditLog audit,
			Clock clock) {
		this.logins = logins;
		this.authorizations = authorizations;
		this.revocations = revocations;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Starts a login.
	 * @param agent the {@code User-Agent} header
	 * @return the id of the login
	 */
	@Transactional
	public UUID start(UUID userId, String address, @Nullable String agent) {
		UUID id = Ids.next();
		String device = Device.of(agent);
		this.logins.insert(id, userId, this.clock.instant(), shortened(address), device);
		note("user.logged-in", userId, Map.of("login", id, "address", shortened(address), "device", device));
		return id;
	}

	/**
	 * Audits an action of a user on the pages.
	 */
	void note(String action, UUID userId, Map<String, ?> details) {
		this.audit.append(action, userId, this.logins.username(userId), details);
	}

	/**
	 * Returns whether a login is active, and records its use.
	 */
	boolean isOpen(UUID id, UUID userId, String address) {
		boolean open = this.logins.isOpen(id, userId);
		if (open) {
			this.logins.seen(id, this.clock.instant(), shortened(address));
		}
		return open;
	}

	/**
	 * Records a grant to a client in this login.
	 */
	void grant(UUID id, String authorizationId) {
		this.logins.grant(id, authorizationId);
	}

	/**
	 * Returns the logins of a user, last used first.
	 * @param authorizationId the caller's grant, or null
	 * @param own the caller's own login, or null
	 */
	List<LoginView> of(UUID userId, @Nullable String authorizationId, @Nullable UUID own) {
		return this.logins.findByUser(userId, authorizationId, own);
	}

	/**
	 * Ends a login of a user.
	 * @return whether there was one
	 */
	@Transactional
	public boolean end(UUID userId, UUID id) {
		List<@Nullable String> granted = this.logins.delete(userId, id, null);
		take(granted);
		return !granted.isEmpty();
	}

	/**
	 * Ends all logins of a user.
	 * @param except the login to keep, or null
	 */
	@Transactional
	public void endAll(UUID userId, @Nullable UUID except) {
		take(this.logins.delete(userId, null, except));
	}

	/**
	 * Logs a user out everywhere: all tokens are revoked, and none can be refreshed.
	 */
	@Transactional
	public void expel(UUID userId) {
		endAll(userId, null);
		this.revocations.revoke(userId.toString());
	}

	/**
	 * Revokes the access tokens of a user whose rights have changed. Logins continue, and
	 * the next tokens carry the new rights.
	 */
	public void renew(UUID userId) {
		this.revocations.revoke(userId.toString());
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
