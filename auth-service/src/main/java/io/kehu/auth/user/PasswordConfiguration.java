package io.kehu.auth.user;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Configures the hashing of passwords: Argon2id for new ones. Each hash names its
 * algorithm, so that legacy hashes can be verified.
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	/** The name of the algorithm for new passwords. */
	static final String CURRENT = "argon2id";

	private final Argon2idPasswords argon2id;

	private final Legacy digests;

	PasswordConfiguration(PasswordProperties properties) {
		this.argon2id = new Argon2idPasswords(properties);
		this.digests = new Legacy(new LegacyPasswords("MD5", this.argon2id),
				new LegacyPasswords("SHA-1", this.argon2id), new LegacyPasswords("SHA-256", this.argon2id));
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new DelegatingPasswordEncoder(CURRENT,
				Map.of(CURRENT, this.argon2id, "argon2id-md5", this.digests.md5(), "argon2id-sha1", this.digests.sha1(),
						"argon2id-sha256", this.digests.sha256(), "bcrypt",
						new ReadOnlyPasswords(new BCryptPasswordEncoder())));
	}

	@Bean
	Legacy legacyPasswords() {
		return this.digests;
	}

	/**
	 * The encoders for bare digests of legacy systems.
	 */
	record Legacy(LegacyPasswords md5, LegacyPasswords sha1, LegacyPasswords sha256) {
	}

}
