package io.kehu.auth.user;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The hash of a password as an older system kept it.
 *
 * @param hash the digest in hexadecimal, or what bcrypt wrote
 * @param salt what was hashed with the password, in hexadecimal, or null
 * @param saltPosition on which side of the password it was, before it when not said
 */
record ImportedHash(@NotNull LegacyAlgorithm algorithm,
		@NotNull @Schema(description = "In hexadecimal, or what bcrypt wrote") String hash,
		@Nullable @Schema(description = "In hexadecimal") String salt,
		@Schema(defaultValue = "before") SaltPosition saltPosition) {

	private static final String SALT = "([0-9A-Fa-f]{2}){1,128}";

	ImportedHash {
		saltPosition = (saltPosition != null) ? saltPosition : SaltPosition.BEFORE;
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
