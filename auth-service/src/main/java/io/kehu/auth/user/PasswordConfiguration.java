package io.kehu.auth.user;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How people's passwords are hashed: new ones with Argon2id, and each hash names its
 * algorithm, so that those of an older system can be read.
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	private static final String CURRENT = "argon2id";

	@Bean
	PasswordEncoder passwordEncoder() {
		PasswordEncoder argon2id = new Argon2idPasswords();
		return new DelegatingPasswordEncoder(CURRENT,
				Map.of(CURRENT, argon2id, "argon2id-md5", new LegacyPasswords("MD5", argon2id), "argon2id-sha1",
						new LegacyPasswords("SHA-1", argon2id), "argon2id-sha256",
						new LegacyPasswords("SHA-256", argon2id), "bcrypt",
						new ReadOnlyPasswords(new BCryptPasswordEncoder())));
	}

}
