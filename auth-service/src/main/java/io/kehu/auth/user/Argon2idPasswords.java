package io.kehu.auth.user;

import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with Argon2id, in one lane. Each computation takes 19 MiB and a whole
 * core, so only a few run at a time while the others wait: a flood of logins must not
 * exhaust the heap.
 */
class Argon2idPasswords implements PasswordEncoder {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final int MOST_AT_A_TIME = 2;

	private final PasswordEncoder encoder;

	private final Semaphore turns = new Semaphore(MOST_AT_A_TIME, true);

	Argon2idPasswords(PasswordProperties properties) {
		this.encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, properties.memory(),
				properties.passes());
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		this.turns.acquireUninterruptibly();
		try {
			return this.encoder.encode(password);
		}
		finally {
			this.turns.release();
		}
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		this.turns.acquireUninterruptibly();
		try {
			return this.encoder.matches(password, hash);
		}
		finally {
			this.turns.release();
		}
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

}
