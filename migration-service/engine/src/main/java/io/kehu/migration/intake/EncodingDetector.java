package io.kehu.migration.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds out how a file's characters are encoded: by its byte order mark, by the strict
 * form of UTF-8, by the zeros of UTF-16, and else by which of the old character sets
 * makes the most sense of it.
 */
final class EncodingDetector {

	private static final List<Candidate> CANDIDATES = List.of(
			new Candidate("windows-1252", "äöüßéèêëàâáãåæçñíìîïóòôõøœúùûýÄÖÜÉÀÁÅÆÇÑÓØÚ€’‘“”–…°£§«»"),
			new Candidate("windows-1250", "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäăâîşţŠŽČŘŁŚŻÁÉ€„”–"),
			new Candidate("windows-1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяАВБГДЕЗИКЛМНОПРСТФХЧШЭЮЯіїєґ№«»–"),
			new Candidate("windows-1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"),
			new Candidate("IBM850", "äöüßéèêëàâáãåæçñíìîïóòôõøúùûýÄÖÜÉÅÆÇÑ"),
			new Candidate("KOI8-R", "абвгдежзийклмнопрстуфхцчшщъыьэюяАВБГДЕЗИКЛМНОПРСТФХЧШЭЮЯ"),
			new Candidate("GB18030", ""), new Candidate("Shift_JIS", ""), new Candidate("EUC-KR", ""));

	private static final int MIXED_FROM = 1;

	private static final Map<Character.UnicodeScript, Double> EAST_ASIAN = Map.of(Character.UnicodeScript.HAN, 0.85,
			Character.UnicodeScript.HIRAGANA, 1.0, Character.UnicodeScript.KATAKANA, 1.0,
			Character.UnicodeScript.HANGUL, 1.0);

	private static final char HALF_WIDTH = 0xFF00;

	private EncodingDetector() {
	}

	/**
	 * Look at the beginning of a file.
	 * @param bytes its first bytes
	 * @param length how many of them count
	 * @return the encoding, UTF-8 when nothing speaks against it
	 */
	static Encoding detect(byte[] bytes, int length) {
		Encoding marked = byMark(bytes, length);
		if (marked != null) {
			return marked;
		}
		Encoding wide = byZeros(bytes, length);
		if (wide != null) {
			return wide;
		}
		Utf8Statistics statistics = Utf8Statistics.of(bytes, length);
		if (statistics.valid() == 0 && statistics.invalid() == 0) {
			return new Encoding(StandardCharsets.UTF_8, "only ASCII at the beginning", false);
		}
		if (statistics.invalid() == 0) {
			return new Encoding(StandardCharsets.UTF_8, "every sequence is UTF-8", false);
		}
		if (statistics.valid() >= MIXED_FROM * statistics.invalid()) {
			return new Encoding(StandardCharsets.UTF_8,
					"mostly UTF-8, with %d bytes of Windows-1252 at the beginning".formatted(statistics.invalid()),
					true);
		}
		return bySense(bytes, length);
	}

	/** How many bytes the byte order mark takes. */
	static int markLength(byte[] bytes, int length) {
		if (length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
			return 3;
		}
		boolean wide = length >= 2 && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
				|| (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
		return wide ? 2 : 0;
	}

	private static @Nullable Encoding byMark(byte[] bytes, int length) {
		return switch (markLength(bytes, length)) {
			case 3 -> new Encoding(StandardCharsets.UTF_8, "byte order mark", false);
			case 2 -> new Encoding((bytes[0] == (byte) 0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
					"byte order mark", false);
			default -> null;
		};
	}

	private static @Nullable Encoding byZeros(byte[] bytes, int length) {
		int[] zeros = new int[2];
		for (int i = 0; i < length; i++) {
			if (bytes[i] == 0) {
				zeros[i & 1]++;
			}
		}
		if (zeros[1] > 0.2 * length && zeros[0] < 0.02 * length) {
			return new Encoding(StandardCharsets.UTF_16LE, "every second byte is zero", false);
		}
		if (zeros[0] > 0.2 * length && zeros[1] < 0.02 * length) {
			return new Encoding(StandardCharsets.UTF_16BE, "every second byte is zero", false);
		}
		return null;
	}

	private static Encoding bySense(byte[] bytes, int length) {
		Candidate best = CANDIDATES.get(0);
		double most = Double.NEGATIVE_INFINITY;
		for (Candidate candidate : CANDIDATES) {
			double sense = candidate.sense(bytes, length);
			if (sense > most) {
				most = sense;
				best = candidate;
			}
		}
		return new Encoding(Charset.forName(best.name()), "no UTF-8; reads most sensibly as " + best.name(), false);
	}

	/**
	 * A character set, with the letters that its languages use.
	 */
	private record Candidate(String name, String usual) {

		/**
		 * The average sense that the characters beyond ASCII make, 1 when all are usual.
		 */
		double sense(byte[] bytes, int length) {
			CharsetDecoder decoder = Charset.forName(this.name)
				.newDecoder()
				.onMalformedInput(CodingErrorAction.REPLACE)
				.onUnmappableCharacter(CodingErrorAction.REPLACE);
			CharBuffer text = CharBuffer.allocate(length + 1);
			decoder.decode(ByteBuffer.wrap(bytes, 0, length), text, false);
			text.flip();
			double sense = 0;
			int count = 0;
			for (int i = 0; i < text.length(); i++) {
				if (text.charAt(i) > 127) {
					sense += sense(text, i);
					count++;
				}
			}
			return (count == 0) ? 0 : sense / count;
		}

		private double sense(CharSequence text, int index) {
			char symbol = text.charAt(index);
			if (symbol == '\uFFFD' || Character.isISOControl(symbol)) {
				return -4;
			}
			if (this.usual.isEmpty()) {
				return eastAsian(symbol);
			}
			boolean capitalInside = Character.isUpperCase(symbol) && index > 0
					&& Character.isLowerCase(text.charAt(index - 1));
			if (capitalInside) {
				return -1;
			}
			if (this.usual.indexOf(symbol) >= 0) {
				return 1;
			}
			return Character.isLetter(symbol) ? 0.2 : -0.5;
		}

		/** Hanja are rare in Korean, half-width katakana in anything. */
		private double eastAsian(char symbol) {
			Character.UnicodeScript script = Character.UnicodeScript.of(symbol);
			if (symbol >= HALF_WIDTH || (script == Character.UnicodeScript.HAN && this.name.equals("EUC-KR"))) {
				return 0;
			}
			return EAST_ASIAN.getOrDefault(script, -1.0);
		}

	}

}
