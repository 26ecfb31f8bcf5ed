package io.kehu.auth.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.auth.right.Holder;
import io.kehu.auth.right.RightsReader;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consents of users. Withdrawing one revokes its tokens, and the client has to ask
 * again.
 */
@Service
class Consents {

	private final ConsentRepository consents;

	private final Revocations revocations;

	private final RightsReader rights;

	private final AuditLog audit;

	Consents(ConsentRepository consents, Revocations revocations, RightsReader rights, AuditLog audit) {
		this.consents = consents;
		this.revocations = revocations;
		this.rights = rights;
		this.audit = audit;
	}

	List<Consent> of(UUID userId) {
		return this.consents.findByUser(userId);
	}

	/**
	 * Withdraws a consent.
	 * @return whether there was one
	 */
	@Transactional
	public boolean withdraw(UUID userId, String clientId) {
		if (!this.consents.delete(userId, clientId)) {
			return false;
		}
		this.consents.deleteGrants(userId, clientId).forEach(this.revocations::revoke);
		this.audit.append("user.consent-withdrawn", userId,
				this.rights.ofUser(userId).map(Holder::name).orElseGet(userId::toString), Map.of("client", clientId));
		return true;
	}

}
