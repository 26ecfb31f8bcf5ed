package io.kehu.platform.trace;

import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * A place in a trace, as the header {@code traceparent} tells of it.
 *
 * @param traceId 32 hexadecimal digits, known to the caller as {@code traceId}
 * @param spanId 16 hexadecimal digits
 * @param sampled whether the spans of the trace are recorded
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

	/** The header, of HTTP as of Kafka. */
	public static final String HEADER = "traceparent";

	/** The header of responses with the id of the trace. */
	public static final String ID_HEADER = "Trace-Id";

	/** What vendors add; it belongs to the parent that it came with. */
	public static final String STATE_HEADER = "tracestate";

	private static final int LENGTH = 55;

	private static final char[] DIGITS = "0123456789abcdef".toCharArray();

	/**
	 * Reads a header.
	 * @param header its value, possibly null
	 * @return the place, or null when the value is not valid
	 */
	public static @Nullable TraceParent parse(@Nullable String header) {
		if (header == null || !isWellFormed(header)) {
			return null;
		}
		TraceParent parent = new TraceParent(header.substring(3, 35), header.substring(36, 52),
				(Character.digit(header.charAt(54), 16) & 1) == 1);
		return (isZero(parent.traceId) || isZero(parent.spanId)) ? null : parent;
	}

	/** Later versions may add fields behind those of the first, and none is called ff. */
	private static boolean isWellFormed(String header) {
		boolean complete = header.length() == LENGTH
				|| (header.length() > LENGTH && header.charAt(LENGTH) == '-' && !header.startsWith("00"));
		if (!complete || header.startsWith("ff")) {
			return false;
		}
		for (int i = 0; i < LENGTH; i++) {
			boolean dash = i == 2 || i == 35 || i == 52;
			char character = header.charAt(i);
			boolean digit = (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
			if (dash ? character != '-' : !digit) {
				return false;
			}
		}
		return true;
	}

	private static boolean isZero(String digits) {
		return digits.chars().allMatch((digit) -> digit == '0');
	}

	/**
	 * Begins a trace whose spans nobody records.
	 * @return a place with new ids
	 */
	public static TraceParent begin() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new TraceParent(hexadecimal(random.nextLong() | 1) + hexadecimal(random.nextLong()),
				hexadecimal(random.nextLong() | 1), false);
	}

	/**
	 * Goes one step further in the same trace, whose spans nobody records from here on.
	 * @return a place with a new span id
	 */
	public TraceParent next() {
		return new TraceParent(this.traceId, hexadecimal(ThreadLocalRandom.current().nextLong() | 1), false);
	}

	private static String hexadecimal(long number) {
		char[] text = new char[16];
		for (int i = 0; i < text.length; i++) {
			text[i] = DIGITS[(int) (number >>> (60 - 4 * i)) & 0xf];
		}
		return new String(text);
	}

	/** The header's value. */
	public String header() {
		return "00-" + this.traceId + "-" + this.spanId + (this.sampled ? "-01" : "-00");
	}

}
