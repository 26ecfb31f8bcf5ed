package io.kehu.auth.user;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Legacy hashes that can be verified as they are, and are replaced at the next login.
 */
class ReadOnlyPasswords implements PasswordEncoder {

	private final PasswordEncoder encoder;

	ReadOnlyPasswords(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	/**
	 * Always refuses: legacy algorithms aren't used for new passwords.
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
