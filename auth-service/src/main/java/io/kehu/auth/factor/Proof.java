package io.kehu.auth.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * The authentication methods, with their names in tokens (RFC 8176).
 */
public enum Proof {

	/** A password. */
	PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY, "pwd"),

	/** A code from an authenticator app. */
	TOTP("FACTOR_TOTP", "otp"),

	/** A recovery code. */
	RECOVERY_CODE("FACTOR_RECOVERY_CODE", "otp"),

	/**
	 * A passkey that has verified its user, which counts as two factors: possession, and
	 * knowledge or inherence.
	 */
	PASSKEY(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, "hwk user");

	private final String authority;

	private final String methods;

	Proof(String authority, String methods) {
		this.authority = authority;
		this.methods = methods;
	}

	/**
	 * Returns the name of the authority in Spring Security.
	 */
	public String authority() {
		return this.authority;
	}

	List<String> methods() {
		return List.of(this.methods.split(" "));
	}

	static Optional<Proof> of(GrantedAuthority granted) {
		return Arrays.stream(values()).filter((proof) -> proof.authority.equals(granted.getAuthority())).findFirst();
	}

}
