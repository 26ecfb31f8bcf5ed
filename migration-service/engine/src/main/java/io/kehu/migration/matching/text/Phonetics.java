package io.kehu.migration.matching.text;

import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How a name sounds, as a short code: Double Metaphone (Philips 2000).
 */
public final class Phonetics {

	private final DoubleMetaphone metaphone = new DoubleMetaphone();

	/**
	 * Code a name; not safe for several threads at once.
	 * @param folded a folded name
	 * @return its sound, or the name itself when it has no Latin letters
	 */
	public String sound(String folded) {
		String code = this.metaphone.doubleMetaphone(folded);
		return (code == null || code.isEmpty()) ? folded : code;
	}

}
