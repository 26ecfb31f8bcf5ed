package io.kehu.auth.factor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factors of users.
 */
@Service
public class SecondFactors {

	private final SecondFactorRepository factors;

	private final Passkeys passkeys;

	private final Accounts accounts;

	private final AuditLog audit;

	private final Clock clock;

	SecondFactors(SecondFactorRepository factors, Passkeys passkeys, Accounts accounts, AuditLog audit, Clock clock) {
		this.factors = factors;
		this.passkeys = passkeys;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Returns whether a user has a second factor.
	 */
	public boolean isEnrolled(UUID userId) {
		return this.factors.hasSecret(userId) || !this.passkeys.of(userId).isEmpty();
	}

	/**
	 * Returns whether one of the user's roles requires a second factor.
	 */
	public boolean isRequired(Account account) {
		return this.factors.isRequired(account.roles());
	}

	boolean hasApp(UUID userId) {
		return this.factors.hasSecret(userId);
	}

	int recoveryCodesLeft(UUID userId) {
		return this.factors.countCodes(userId);
	}

	/**
	 * Verifies and consumes a code.
	 * @param code a code from the app, or a recovery code
	 * @return the proof, or nothing if the code is incorrect
	 */
	@Transactional
	public Optional<Proof> prove(UUID userId, String code) {
		String typed = code.replaceAll("[\\s-]", "");
		Optional<Proof> proof = (typed.length() != RecoveryCode.LENGTH) ? proveByApp(userId, typed)
				: proveByRecoveryCode(userId, typed);
		if (proof.isEmpty()) {
			note("user.second-factor-refused", userId, Map.of());
		}
		return proof;
	}

	/**
	 * Sets up an authenticator app.
	 * @return the recovery codes, shown only once, or nothing if the code is incorrect
	 */
	@Transactional
	public Optional<List<RecoveryCode>> enrol(UUID userId, byte[] secret, String code) {
		OptionalLong step = Totp.step(secret, code.replaceAll("\\s", ""), this.clock.instant());
		if (step.isEmpty()) {
			return Optional.empty();
		}
		this.factors.saveSecret(userId, secret, step.getAsLong(), this.clock.instant());
		note("user.second-factor-added", userId, Map.of("kind", "app"));
		return Optional.of(newCodes(userId));
	}

	/**
	 * Replaces the recovery codes.
	 * @return the new ones, shown only once
	 */
	@Transactional
	public List<RecoveryCode> newCodes(UUID userId) {
		List<RecoveryCode> codes = RecoveryCode.newSheet();
		this.factors.replaceCodes(userId, codes);
		note("user.recovery-codes-replaced", userId, Map.of());
		return codes;
	}

	/**
	 * Removes the authenticator app.
	 */
	@Transactional
	public void removeApp(UUID userId) {
		this.factors.deleteSecret(userId);
		note("user.second-factor-removed", userId, Map.of("kind", "app"));
		dropUselessCodes(userId);
	}

	/**
	 * Removes a passkey.
	 */
	@Transactional
	public void removePasskey(UUID userId, String id) {
		if (this.passkeys.remove(userId, id)) {
			note("user.second-factor-removed", userId, Map.of("kind", "passkey"));
			dropUselessCodes(userId);
		}
	}

	/**
	 * Removes all second factors of a user who has lost them.
	 */
	@Transactional
	public void removeAll(UUID userId) {
		this.factors.deleteSecret(userId);
		this.passkeys.of(userId).forEach((passkey) -> this.passkeys.remove(userId, passkey.id()));
		dropUselessCodes(userId);
	}

	private Optional<Proof> proveByRecoveryCode(UUID userId, String typed) {
		if (!this.factors.use(userId, RecoveryCode.typed(typed))) {
			return Optional.empty();
		}
		note("user.recovery-code-used", userId, Map.of("left", this.factors.countCodes(userId)));
		return Optional.of(Proof.RECOVERY_CODE);
	}

	private Optional<Proof> proveByApp(UUID userId, String typed) {
		Optional<byte[]> secret = this.factors.findSecret(userId);
		OptionalLong step = secret.map((known) -> Totp.step(known, typed, this.clock.instant()))
			.orElse(OptionalLong.empty());
		return (step.isPresent() && this.factors.use(userId, step.getAsLong())) ? Optional.of(Proof.TOTP)
				: Optional.empty();
	}

	private void dropUselessCodes(UUID userId) {
		if (!isEnrolled(userId)) {
			this.factors.replaceCodes(userId, List.of());
		}
	}

	private void note(String action, UUID userId, Map<String, ?> details) {
		this.accounts.find(userId)
			.ifPresent((account) -> this.audit.append(action, userId, account.username(), details));
	}

}
