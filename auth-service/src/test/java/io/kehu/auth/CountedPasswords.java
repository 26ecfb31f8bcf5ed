package io.kehu.auth;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Records the hashes that passwords are compared with.
 */
@TestComponent
class CountedPasswords implements BeanPostProcessor {

	static final Queue<String> HASHES = new ConcurrentLinkedQueue<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return name.equals("passwordEncoder") ? new Counting((PasswordEncoder) bean) : bean;
	}

	/**
	 * Compares passwords as the service does.
	 */
	private record Counting(PasswordEncoder encoder) implements PasswordEncoder {

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			return this.encoder.encode(password);
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			HASHES.add(String.valueOf(hash));
			return this.encoder.matches(password, hash);
		}

		@Override
		public boolean upgradeEncoding(@Nullable String hash) {
			return this.encoder.upgradeEncoding(hash);
		}

	}

}
