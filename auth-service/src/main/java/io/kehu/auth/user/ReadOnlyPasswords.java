package io.kehu.auth.user;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes of an older system that can be read as they are, and are replaced at the next
 * login.
 */
class ReadOnlyPasswords implements PasswordEncoder {

	private final PasswordEncoder encoder;

	ReadOnlyPasswords(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	/**
	 * Refuses: nothing new is ever hashed like this.
	 * @throws UnsupportedOperationException always
	 */
	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		throw new UnsupportedOperationException("Hashes of this kind are only read, never written");
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
		return this.encoder.matches(password, stored);
	}

	@Override
	public boolean upgradeEncoding(@Nullable String stored) {
		return true;
	}

}
