package io.kehu.auth.password;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;

import org.springframework.stereotype.Component;

/**
 * Checks new passwords as recommended by NIST SP 800-63B-4, section 3.1.1.2: by length,
 * against common passwords and against the user's own data, but not by the kinds of
 * characters.
 */
@Component
public class PasswordPolicy {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	/** The number of guesses below which a password is considered weak. */
	private static final double FEWEST_GUESSES = 1e8;

	/**
	 * Strength is measured up to this length only, since measuring takes quadratic time.
	 */
	private static final int MEASURED = 64;

	private static final int SHORTEST_NAME = 4;

	private final Zxcvbn guesser;

	PasswordPolicy() {
		try {
			this.guesser = new ZxcvbnBuilder()
				.dictionaries(List.of(StandardDictionaries.PASSWORDS_LOADER.load(),
						StandardDictionaries.ENGLISH_WIKIPEDIA_LOADER.load(),
						StandardDictionaries.MALE_NAMES_LOADER.load(), StandardDictionaries.FEMALE_NAMES_LOADER.load()))
				.keyboards(StandardKeyboards.loadAllKeyboards())
				.build();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The word lists cannot be read", ex);
		}
	}

	/**
	 * Returns why a password is refused, or nothing if it is accepted.
	 * @param names the public data of the user: user name, e-mail address, name
	 */
	public Optional<Refusal> check(String password, Collection<String> names) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of(Refusal.TOO_SHORT);
		}
		if (length > LONGEST) {
			return Optional.of(Refusal.TOO_LONG);
		}
		List<String> known = names.stream().flatMap(PasswordPolicy::parts).toList();
		String lower = password.toLowerCase(Locale.ROOT);
		if (known.stream().anyMatch(lower::contains)) {
			return Optional.of(Refusal.CONTAINS_NAME);
		}
		String measured = password.substring(0, Math.min(password.length(), MEASURED));
		return (this.guesser.measure(measured, known).getGuesses() < FEWEST_GUESSES) ? Optional.of(Refusal.TOO_COMMON)
				: Optional.empty();
	}

	/** Returns the whole name and the local part of an address. */
	private static Stream<String> parts(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		int at = lower.indexOf('@');
		return Stream.of(lower, (at > 0) ? lower.substring(0, at) : lower)
			.filter((part) -> part.length() >= SHORTEST_NAME);
	}

	/**
	 * The reasons to refuse a password.
	 */
	public enum Refusal {

		/** It has fewer than 12 characters. */
		TOO_SHORT("Choose a password of at least 12 characters."),

		/** It has more than 128 characters. */
		TOO_LONG("Choose a password of at most 128 characters."),

		/** It is common or similar to a common one. */
		TOO_COMMON(
				"This password is easy to guess: it, or one much like it, is on lists of common passwords. Choose several unrelated words."),

		/** It contains public data of the user. */
		CONTAINS_NAME("Choose a password that doesn't contain your name, user name or e-mail address.");

		private final String message;

		Refusal(String message) {
			this.message = message;
		}

		/**
		 * Returns the message for the user, never null.
		 */
		public String message() {
			return this.message;
		}

	}

}
