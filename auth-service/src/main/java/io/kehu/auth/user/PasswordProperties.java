package io.kehu.auth.user;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The cost of hashing a password with Argon2id. The defaults are the parameters that
 * OWASP's Password Storage Cheat Sheet names first.
 *
 * @param memory the memory of one computation, in kibibytes
 * @param passes the number of passes over that memory
 */
@ConfigurationProperties("kehu.auth.argon2")
record PasswordProperties(@DefaultValue("19456") int memory, @DefaultValue("2") int passes) {

	/** RFC 9106, section 3.1, for one lane. */
	private static final int LEAST_MEMORY = 8;

	PasswordProperties {
		Assert.isTrue(memory >= LEAST_MEMORY, "kehu.auth.argon2.memory must be at least 8 kibibytes");
		Assert.isTrue(passes >= 1, "kehu.auth.argon2.passes must be at least 1");
	}

}
