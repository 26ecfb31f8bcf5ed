package io.kehu.auth.client;

import java.util.Map;
import java.util.Objects;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.Holder;
import io.kehu.auth.right.Rights;
import io.kehu.auth.right.RightsReader;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.security.RecentLogins;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules for changes of partner clients. Every change is audited. Callers can't change
 * a client that has more rights than they have. Changes of rights, addresses or redirect
 * URIs require a recent login. Tokens are revoked when rights change or a secret is
 * removed.
 */
@Component
class ClientRules {

	private final RightsReader rights;

	private final GrantingRule granting;

	private final Revocations revocations;

	private final RecentLogins logins;

	private final ClientAccessRepository access;

	private final AuditLog audit;

	ClientRules(RightsReader rights, GrantingRule granting, Revocations revocations, RecentLogins logins,
			ClientAccessRepository access, AuditLog audit) {
		this.rights = rights;
		this.granting = granting;
		this.revocations = revocations;
		this.logins = logins;
		this.access = access;
		this.audit = audit;
	}

	/**
	 * Applies the rules to a stored change, within its transaction.
	 * @throws ProblemException if the change isn't allowed
	 */
	void apply(RecordChange change) {
		ClientView before = (ClientView) change.before();
		ClientView after = (ClientView) change.after();
		this.granting.check(held(after));
		this.granting.checkTeams(
				after.teamIds().stream().filter((team) -> before == null || !before.teamIds().contains(team)).toList());
		if (before != null) {
			this.granting.check(held(before));
			if (!held(before).equals(held(after)) || !before.addressRanges().equals(after.addressRanges())
					|| !before.redirectUris().equals(after.redirectUris())
					|| !before.postLogoutRedirectUris().equals(after.postLogoutRedirectUris())
					|| before.proofKeyRequired() != after.proofKeyRequired()) {
				this.logins.check();
			}
			if (!sameAccess(before, after)) {
				this.revocations.revoke(after.clientId());
			}
			if (!after.admitted()) {
				this.access.forgetGrants(after.clientId());
			}
		}
		this.audit.append(change);
	}

	/**
	 * Revokes all tokens issued to a client so far. Works for built-in clients, too.
	 * @throws ProblemException if there is no such client or the caller has fewer rights
	 * than it
	 */
	@Transactional
	public void revokeTokens(String clientId) {
		Holder client = (clientId.startsWith(RightsReader.PARTNER) ? this.rights.ofPartner(clientId)
				: this.rights.ofClient(clientId))
			.orElseThrow(() -> ProblemException.notFound("client", clientId));
		this.granting.check(client.rights());
		this.revocations.revoke(clientId);
		this.access.forgetGrants(clientId);
		this.audit.append("client.tokens-revoked", null, Map.of("clientId", clientId));
	}

	private boolean sameAccess(ClientView before, ClientView after) {
		return before.admitted() == after.admitted() && held(before).equals(held(after))
				&& before.addressRanges().equals(after.addressRanges())
				&& Objects.equals(before.expiresAt(), after.expiresAt())
				&& after.secrets().containsAll(before.secrets());
	}

	private Rights held(ClientView client) {
		return this.rights.of(client.roles(), client.teamIds()).within(client.grants());
	}

}
