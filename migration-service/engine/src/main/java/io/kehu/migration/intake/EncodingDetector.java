package io.kehu.migration.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a file's characters are encoded: by its byte order mark, by the strict
 * form of UTF-8, by the zeros of UTF-16, and else by which of the old character sets
 * makes the most sense of it.
 */
final class EncodingDetector {

	private static final int MIXED_FROM = 1;

	/** So many bytes of lines beyond ASCII are weighed. */
	private static final int WEIGHED = 1 << 15;

	/** How much the frequencies of letters in languages count beside their mere use. */
	private static final double FREQUENCIES = 0.003;

	/** Character sets that make as much sense as the best one, less this, are told. */
	private static final double CLOSE = 0.1;

	/** Less sense than this makes no text that is known here. */
	private static final double LEAST_SENSE = 0.5;

	private static final int ALTERNATIVES = 3;

	private static final byte ESCAPE = 0x1B;

	/** Names of ICU for what is found under other names in practice. */
	private static final Map<String, String> STANDARD_NAMES = Map.of("ISO-8859-1", "windows-1252", "ISO-8859-2",
			"windows-1250", "ISO-8859-7", "windows-1253", "ISO-8859-8", "windows-1255", "ISO-8859-8-I", "windows-1255",
			"ISO-8859-9", "windows-1254", "Shift_JIS", "windows-31j", "ISO-8859-6", "windows-1256");

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
		if (shiftsByEscapes(bytes, length)) {
			return Encoding.sure(Charset.forName("ISO-2022-JP"), "escape sequences between Japanese and ASCII");
		}
		Utf8Statistics statistics = Utf8Statistics.of(bytes, length);
		if (statistics.valid() == 0 && statistics.invalid() == 0) {
			return Encoding.sure(StandardCharsets.UTF_8, "only ASCII at the beginning");
		}
		if (statistics.invalid() == 0) {
			return Encoding.sure(StandardCharsets.UTF_8, "every sequence is UTF-8");
		}
		if (statistics.valid() >= MIXED_FROM * statistics.invalid()) {
			return new Encoding(StandardCharsets.UTF_8,
					"mostly UTF-8, with %d bytes of Windows-1252 at the beginning".formatted(statistics.invalid()),
					true, List.of());
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
			case 3 -> Encoding.sure(StandardCharsets.UTF_8, "byte order mark");
			case 2 -> Encoding.sure((bytes[0] == (byte) 0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
					"byte order mark");
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
			return Encoding.sure(StandardCharsets.UTF_16LE, "every second byte is zero");
		}
		if (zeros[0] > 0.2 * length && zeros[1] < 0.02 * length) {
			return Encoding.sure(StandardCharsets.UTF_16BE, "every second byte is zero");
		}
		return null;
	}

	/** Whether sequences of ISO 2022 begin Japanese text and end it. */
	private static boolean shiftsByEscapes(byte[] bytes, int length) {
		boolean begins = false;
		for (int i = 0; i + 2 < length; i++) {
			if (bytes[i] < 0) {
				return false;
			}
			begins |= bytes[i] == ESCAPE && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@');
		}
		return begins;
	}

	private static Encoding bySense(byte[] bytes, int length) {
		byte[] weighed = linesBeyondAscii(bytes, length);
		Map<Charset, String> texts = new LinkedHashMap<>();
		Map<Charset, Double> senses = new LinkedHashMap<>();
		Map<Charset, Integer> frequencies = frequencies(weighed);
		for (CharsetCandidate candidate : CharsetCandidate.all()) {
			Charset charset = candidate.charset();
			String text = texts.computeIfAbsent(charset, (fresh) -> CharsetCandidate.decode(weighed, fresh));
			double sense = candidate.sense(text) + FREQUENCIES * frequencies.getOrDefault(charset, 0);
			senses.merge(charset, sense, Math::max);
		}
		Charset best = Collections.max(senses.entrySet(), Map.Entry.comparingByValue()).getKey();
		double most = senses.getOrDefault(best, 0.0);
		double bound = (most < LEAST_SENSE) ? Double.NEGATIVE_INFINITY : most - CLOSE;
		List<Charset> close = senses.entrySet()
			.stream()
			.filter((other) -> other.getValue() > bound && !other.getKey().equals(best))
			.filter((other) -> !texts.getOrDefault(other.getKey(), "").equals(texts.get(best)))
			.sorted(Map.Entry.<Charset, Double>comparingByValue().reversed())
			.map(Map.Entry::getKey)
			.limit((most < LEAST_SENSE) ? ALTERNATIVES : Long.MAX_VALUE)
			.toList();
		if (most < LEAST_SENSE) {
			return new Encoding(best, "unsure: no UTF-8, and no character set reads it sensibly; %s is the best of them"
				.formatted(best.name()), false, close);
		}
		String evidence = close.isEmpty() ? "no UTF-8; reads most sensibly as " + best.name()
				: "unsure: no UTF-8, and %s reads it about as sensibly as %s".formatted(best.name(), names(close));
		return new Encoding(best, evidence, false, close);
	}

	private static String names(List<Charset> charsets) {
		return charsets.stream().map(Charset::name).collect(Collectors.joining(", "));
	}

	/** The lines that hold bytes beyond ASCII, as many as are weighed. */
	private static byte[] linesBeyondAscii(byte[] bytes, int length) {
		ByteArrayOutputStream lines = new ByteArrayOutputStream();
		int start = 0;
		boolean beyond = false;
		for (int i = 0; i < length && lines.size() < WEIGHED; i++) {
			beyond |= bytes[i] < 0;
			if (bytes[i] == '\n' || bytes[i] == '\r') {
				if (beyond) {
					lines.write(bytes, start, i + 1 - start);
				}
				start = i + 1;
				beyond = false;
			}
		}
		if (lines.size() == 0) {
			lines.write(bytes, 0, Math.min(length, WEIGHED));
		}
		return lines.toByteArray();
	}

	/** How well the frequencies of a language suit each character set, up to 100. */
	private static Map<Charset, Integer> frequencies(byte[] bytes) {
		Map<Charset, Integer> frequencies = new HashMap<>();
		for (CharsetMatch match : new CharsetDetector().setText(bytes).detectAll()) {
			String name = STANDARD_NAMES.getOrDefault(match.getName(), match.getName());
			if (Charset.isSupported(name)) {
				frequencies.merge(Charset.forName(name), match.getConfidence(), Math::max);
			}
		}
		return frequencies;
	}

}
