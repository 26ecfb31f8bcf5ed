package io.kehu.auth.user;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hash algorithms of legacy systems.
 */
enum LegacyAlgorithm {

	/** MD5, optionally salted. */
	MD5("[0-9A-Fa-f]{32}", true),
	/** SHA-1, optionally salted. */
	SHA1("[0-9A-Fa-f]{40}", true),
	/** SHA-256, optionally salted. */
	SHA256("[0-9A-Fa-f]{64}", true),
	/**
	 * bcrypt, which contains its salt. The cost is limited, so that logins can't be
	 * abused and their time doesn't reveal the account.
	 */
	BCRYPT("\\$2[aby]?\\$(0[4-9]|1[0-2])\\$[./A-Za-z0-9]{53}", false);

	private final Pattern shape;

	private final boolean salted;

	LegacyAlgorithm(String shape, boolean salted) {
		this.shape = Pattern.compile(shape);
		this.salted = salted;
	}

	/** Returns whether the text is a well-formed hash of this algorithm. */
	boolean fits(String hash) {
		return this.shape.matcher(hash).matches();
	}

	/** Returns whether the salt is stored beside the hash. */
	boolean salted() {
		return this.salted;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
