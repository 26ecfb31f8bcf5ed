package io.kehu.auth.user;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How an older system hashed passwords.
 */
enum LegacyAlgorithm {

	/** MD5, perhaps of a salt and the password. */
	MD5("[0-9A-Fa-f]{32}", true),
	/** SHA-1, perhaps of a salt and the password. */
	SHA1("[0-9A-Fa-f]{40}", true),
	/** SHA-256, perhaps of a salt and the password. */
	SHA256("[0-9A-Fa-f]{64}", true),
	/**
	 * bcrypt, which names its salt itself; not so costly that a login could be abused, or
	 * that its time would tell of the account.
	 */
	BCRYPT("\\$2[aby]?\\$(0[4-9]|1[0-2])\\$[./A-Za-z0-9]{53}", false);

	private final Pattern shape;

	private final boolean salted;

	LegacyAlgorithm(String shape, boolean salted) {
		this.shape = Pattern.compile(shape);
		this.salted = salted;
	}

	/** Whether the text can be a hash of this kind. */
	boolean fits(String hash) {
		return this.shape.matcher(hash).matches();
	}

	/** Whether a salt has to be known beside the hash. */
	boolean salted() {
		return this.salted;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
