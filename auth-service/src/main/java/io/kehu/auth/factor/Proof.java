package io.kehu.auth.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * How somebody can prove who they are, with the names that tokens have for it (RFC 8176).
 */
public enum Proof {

	/** A password. */
	PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY, "pwd"),

	/** A code of an authenticator app. */
	TOTP("FACTOR_TOTP", "otp"),

	/** A recovery code. */
	RECOVERY_CODE("FACTOR_RECOVERY_CODE", "otp"),

	/**
	 * A passkey that has verified its user, and so is two factors in one: what they have,
	 * and what they know or are.
	 */
	PASSKEY(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, "hwk user");

	private final String authority;

	private final String methods;

	Proof(String authority, String methods) {
		this.authority = authority;
		this.methods = methods;
	}

	/**
	 * Returns the name under which Spring Security knows it.
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
