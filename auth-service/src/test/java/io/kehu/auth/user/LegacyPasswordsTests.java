package io.kehu.auth.user;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LegacyPasswordsTests {

	private static final PasswordProperties QUICK = new PasswordProperties(8, 1);

	private final PasswordEncoder all = new PasswordConfiguration(QUICK).passwordEncoder();

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "MD5, MD5, -, -, 5f4dcc3b5aa765d61d8327deb882cf99",
					"MD5, MD5, 73616c74, -, 67a1e09bb1f83f5007dc119c14d663aa",
					"SHA1, SHA-1, -, -, 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8",
					"SHA1, SHA-1, 73616c74, AFTER, c88e9c67041a74e0357befdff93f87dde0904214",
					"SHA256, SHA-256, -, AFTER, 5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8" })
	void anImportedDigestIsReadAndNeverStoredBare(LegacyAlgorithm algorithm, String name, @Nullable String salt,
			@Nullable SaltPosition position, String digest) {
		String imported = new LegacyPasswords(name, new Argon2idPasswords(QUICK))
			.imported(new ImportedHash(algorithm, digest, salt, position));
		String stored = "{argon2id-" + algorithm + "}" + imported;
		assertThat(stored).doesNotContainIgnoringCase(digest);
		assertThat(this.all.matches("password", stored)).isTrue();
		assertThat(this.all.matches("Password", stored)).isFalse();
		assertThat(this.all.matches(digest, stored)).isFalse();
		assertThat(this.all.upgradeEncoding(stored)).isTrue();
	}

	@Test
	void bcryptIsReadAsItIs() {
		String stored = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("password");
		assertThat(this.all.matches("password", stored)).isTrue();
		assertThat(this.all.matches("wrong", stored)).isFalse();
		assertThat(this.all.upgradeEncoding(stored)).isTrue();
	}

	@Test
	void nothingNewIsHashedLikeThat() {
		assertThat(this.all.encode("password")).startsWith("{argon2id}$argon2id$");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> new LegacyPasswords("MD5", new Argon2idPasswords(QUICK)).encode("password"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> new ReadOnlyPasswords(new BCryptPasswordEncoder(4)).encode("password"));
		assertThat(this.all.matches("password", "{argon2id-md5}$")).isFalse();
	}

}
