package io.kehu.migration.matching.seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How the name of an organisation is written another time.
 */
final class OrganisationSlips {

	private final Typing typing;

	private final SplittableRandom random;

	OrganisationSlips(Typing typing, SplittableRandom random) {
		this.typing = typing;
		this.random = random;
	}

	String in(String name) {
		String other = form(name);
		if (this.typing.chance(35)) {
			for (String[] pair : OrganisationWords.SHORT) {
				other = other.replace(pair[0], pair[1]);
			}
		}
		if (this.typing.chance(12)) {
			other = turned(other);
		}
		if (this.typing.chance(25)) {
			other = mistyped(other);
		}
		if (this.typing.chance(15)) {
			other = other.toUpperCase(Locale.ROOT);
		}
		return this.typing.chance(5) ? other.replaceFirst(" ", "-") : other;
	}

	/** Mistypes one of the longer words. */
	private String mistyped(String name) {
		String[] words = name.split(" ", -1);
		int at = this.random.nextInt(words.length);
		if (words[at].length() > 4) {
			words[at] = this.typing.mistyped(words[at]);
		}
		return String.join(" ", words);
	}

	/** Leaves the legal form out, or writes another or one more. */
	private String form(String name) {
		for (String form : OrganisationWords.FORMS) {
			if (name.endsWith(" " + form)) {
				String bare = name.substring(0, name.length() - form.length() - 1);
				return this.typing.chance(45) ? name
						: this.typing.chance(60) ? bare : bare + ", " + OrganisationWords.longer(form);
			}
		}
		return this.typing.chance(30) ? name + " " + this.typing.pick(OrganisationWords.FORMS) : name;
	}

	/** Puts the last word in front, but no legal form. */
	private static String turned(String name) {
		List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
		if (words.size() < 2 || OrganisationWords.FORMS.contains(words.get(words.size() - 1))) {
			return name;
		}
		words.add(0, words.remove(words.size() - 1));
		return String.join(" ", words);
	}

}
