package io.kehu.auth.user;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A password hash of a legacy system.
 *
 * @param hash the digest in hexadecimal, or the whole bcrypt hash
 * @param salt the salt in hexadecimal, or null
 * @param saltPosition the position of the salt; before the password by default
 */
record ImportedHash(@NotNull LegacyAlgorithm algorithm,
		@NotNull @Schema(description = "The digest in hexadecimal, or the whole bcrypt hash") String hash,
		@Nullable @Schema(description = "In hexadecimal") String salt,
		@Schema(defaultValue = "before") SaltPosition saltPosition) {

	private static final String SALT = "([0-9A-Fa-f]{2}){1,128}";

	ImportedHash {
		saltPosition = (saltPosition != null) ? saltPosition : SaltPosition.BEFORE;
		if (algorithm != null && hash != null) {
			Assert.isTrue(algorithm.fits(hash), () -> "is not a hash of " + algorithm);
			Assert.isTrue(salt == null || (algorithm.salted() && salt.matches(SALT)),
					"must have a salt in hexadecimal, or none");
		}
	}

	@Override
	public String toString() {
		return "ImportedHash[%s]".formatted(this.algorithm);
	}

}
