package io.kehu.auth.user;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How people's passwords are hashed: new ones with Argon2id, and each hash names its
 * algorithm, so that others can be read.
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	private static final String CURRENT = "argon2id";

	@Bean
	PasswordEncoder passwordEncoder() {
		return new DelegatingPasswordEncoder(CURRENT, Map.of(CURRENT, new Argon2idPasswords()));
	}

}
