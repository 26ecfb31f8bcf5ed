package io.kehu.migration.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;

/**
 * The character sets in which files are read: those of Java, and old ones of Georgia and
 * Armenia.
 */
public final class KnownCharsets {

	private static final int ARMENIAN_LETTERS = 38;

	/** The old alphabet, in which five letters of today's stand between others. */
	private static final String GEORGIAN_ALPHABET = "აბგდევზჱთიკლმნჲოპჟრსტჳუფქღყშჩცძწჭხჴჯჰჵ";

	/** The letters of today in order, and the five others behind them. */
	private static final String GEORGIAN_LETTERS = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶ";

	private static final Map<String, Charset> MORE = Map.of("georgian-ps",
			new SingleByteCharset("Georgian-PS", georgian(GEORGIAN_ALPHABET)), "georgian-academy",
			new SingleByteCharset("Georgian-Academy", georgian(GEORGIAN_LETTERS)), "armscii-8",
			new SingleByteCharset("ARMSCII-8", armenian()));

	private KnownCharsets() {
	}

	/**
	 * Returns a character set.
	 * @param name its name or one of its aliases
	 * @throws IllegalCharsetNameException if that is no name of a character set
	 * @throws UnsupportedCharsetException if it is not known
	 */
	public static Charset named(String name) {
		Charset more = MORE.get(name.toLowerCase(Locale.ROOT));
		return (more != null) ? more : Charset.forName(name);
	}

	/** Both sets of Georgia have the signs of Windows-1252 around their letters. */
	private static String georgian(String letters) {
		byte[] bytes = new byte[128];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (128 + i);
		}
		StringBuilder upper = new StringBuilder(new String(bytes, Charset.forName("windows-1252")));
		upper.replace(64, 64 + letters.length(), letters);
		return upper.toString();
	}

	private static String armenian() {
		StringBuilder upper = new StringBuilder();
		for (char control = '\u0080'; control <= '\u00A0'; control++) {
			upper.append(control);
		}
		upper.append("\uFFFD\u0587։)(»«—.՝,-֊…՜՛՞");
		for (int letter = 0; letter < ARMENIAN_LETTERS; letter++) {
			upper.append((char) ('\u0531' + letter)).append((char) ('\u0561' + letter));
		}
		return upper.append("՚\uFFFD").toString();
	}

}
