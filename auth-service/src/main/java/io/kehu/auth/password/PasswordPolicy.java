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
 * Decides which passwords may be chosen, as NIST SP 800-63B-4, section 3.1.1.2, asks:
 * they are long enough, not among those that are guessed first, and made of nothing that
 * everybody knows of the person; which characters they are made of is nobody's business.
 */
@Component
public class PasswordPolicy {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	/** A password that takes fewer guesses than this is found in an afternoon. */
	private static final double FEWEST_GUESSES = 1e8;

	/** What is strong up to here is strong, and measuring takes quadratic time. */
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
	 * Returns why this may not be somebody's password, or nothing when it may.
	 * @param names what everybody knows of them: user name, e-mail address, name
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

	/** The whole and what stands before the at sign of an address. */
	private static Stream<String> parts(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		int at = lower.indexOf('@');
		return Stream.of(lower, (at > 0) ? lower.substring(0, at) : lower)
			.filter((part) -> part.length() >= SHORTEST_NAME);
	}

	/**
	 * Why a password may not be chosen.
	 */
	public enum Refusal {

		/** It has fewer than 12 characters. */
		TOO_SHORT("Choose a password of at least 12 characters."),

		/** It has more than 128 characters. */
		TOO_LONG("Choose a password of at most 128 characters."),

		/** It is among those that are tried first. */
		TOO_COMMON(
				"This password is easy to guess: it, or something much like it, is on the lists of those that are tried first. Choose several words that do not belong together."),

		/** It contains what everybody knows of the person. */
		CONTAINS_NAME("Choose a password that contains neither your user name nor your e-mail address.");

		private final String message;

		Refusal(String message) {
			this.message = message;
		}

		/**
		 * Returns what to tell the person, never null.
		 */
		public String message() {
			return this.message;
		}

	}

}
