package io.kehu.auth.user;

import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with the parameters that OWASP's Password Storage Cheat Sheet names first: 19
 * MiB, two passes, one lane. As each computation takes that memory and a whole core, only
 * a few run at a time and the others wait their turn: a flood of logins must not exhaust
 * the heap.
 */
class Argon2idPasswords implements PasswordEncoder {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final int MEMORY_KIBIBYTES = 19_456;

	private static final int PASSES = 2;

	private static final int MOST_AT_A_TIME = 2;

	private final PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES,
			PASSES);

	private final Semaphore turns = new Semaphore(MOST_AT_A_TIME, true);

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
