package io.kehu.migration.move.database;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;

/**
 * The character sets of MariaDB and MySQL.
 */
public final class Charsets {

	private Charsets() {
	}

	/**
	 * Returns a character set by MariaDB's name.
	 * @throws IllegalArgumentException if Java has none that corresponds to it
	 */
	public static Charset of(String name) {
		String javaName = switch (name) {
			case "utf8", "utf8mb3", "utf8mb4", "binary" -> "UTF-8";
			// What MariaDB calls Latin-1 is Windows-1252
			case "latin1" -> "windows-1252";
			case "latin2" -> "ISO-8859-2";
			case "latin5" -> "ISO-8859-9";
			case "latin7" -> "ISO-8859-13";
			case "ascii" -> "US-ASCII";
			case "ucs2", "utf16" -> "UTF-16BE";
			case "utf16le" -> "UTF-16LE";
			case "utf32" -> "UTF-32BE";
			case "sjis" -> "Shift_JIS";
			case "cp932" -> "windows-31j";
			case "ujis" -> "EUC-JP";
			case "euckr" -> "EUC-KR";
			case "gb2312" -> "GB2312";
			case "koi8r" -> "KOI8-R";
			case "koi8u" -> "KOI8-U";
			case "cp1250" -> "windows-1250";
			case "cp1251" -> "windows-1251";
			case "cp1256" -> "windows-1256";
			case "cp1257" -> "windows-1257";
			case "greek" -> "ISO-8859-7";
			case "hebrew" -> "ISO-8859-8";
			case "tis620" -> "TIS-620";
			default -> name;
		};
		return supported(javaName) ? Charset.forName(javaName) : unsupported(name);
	}

	/** Returns whether Java has a character set with this name. */
	public static boolean supported(String name) {
		try {
			return Charset.isSupported(name);
		}
		catch (IllegalCharsetNameException ex) {
			return false;
		}
	}

	private static Charset unsupported(String name) {
		throw new IllegalArgumentException(
				"The character set " + name + " is not supported; set the encoding of its columns, for" + " example "
						+ StandardCharsets.UTF_8.name() + ".");
	}

}
