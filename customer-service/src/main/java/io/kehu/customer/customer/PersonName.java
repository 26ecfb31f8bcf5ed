package io.kehu.customer.customer;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Writes the names of people in their order: the family name first, and without a space,
 * for names in Chinese, Japanese and Korean characters.
 */
public final class PersonName {

	private static final Set<UnicodeScript> FAMILY_NAME_FIRST = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);

	private PersonName() {
	}

	/** Returns the whole name; empty if there is none. */
	public static String of(@Nullable String givenName, @Nullable String familyName) {
		if (givenName != null && familyName != null && isFamilyNameFirst(givenName) && isFamilyNameFirst(familyName)) {
			return familyName + givenName;
		}
		return Stream.of(givenName, familyName).flatMap(Stream::ofNullable).collect(Collectors.joining(" "));
	}

	private static boolean isFamilyNameFirst(String name) {
		return name.codePoints()
			.filter(Character::isLetter)
			.allMatch((letter) -> FAMILY_NAME_FIRST.contains(UnicodeScript.of(letter)))
				&& name.codePoints().anyMatch(Character::isLetter);
	}

}
