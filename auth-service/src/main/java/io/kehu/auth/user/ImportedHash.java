package io.kehu.auth.user;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The hash of a password as an older system kept it.
 *
 * @param hash the digest in hexadecimal, or what bcrypt wrote
 * @param salt what stood before the password, in hexadecimal, or null
 */
record ImportedHash(@NotNull LegacyAlgorithm algorithm, @NotNull String hash, @Nullable String salt) {

	private static final String SALT = "([0-9A-Fa-f]{2}){1,128}";

	ImportedHash {
		if (algorithm != null && hash != null) {
			Assert.isTrue(algorithm.fits(hash), () -> "is no hash of " + algorithm);
			Assert.isTrue(salt == null || (algorithm.salted() && salt.matches(SALT)),
					"has a salt that is none, in hexadecimal");
		}
	}

	@Override
	public String toString() {
		return "ImportedHash[%s]".formatted(this.algorithm);
	}

}
