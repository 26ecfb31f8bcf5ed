package io.kehu.gateway;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * The W3C trace context of a request: the caller's, or a new one when it sent none that
 * is valid.
 *
 * @param parent the {@code traceparent} header
 */
record Trace(String parent) {

	static final String PARENT_HEADER = "traceparent";

	static final String STATE_HEADER = "tracestate";

	private static final String ATTRIBUTE = Trace.class.getName();

	private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();

	static Trace of(ServerWebExchange exchange) {
		Trace known = exchange.getAttribute(ATTRIBUTE);
		if (known != null) {
			return known;
		}
		Trace trace = from(exchange.getRequest().getHeaders().getFirst(PARENT_HEADER));
		exchange.getAttributes().put(ATTRIBUTE, trace);
		return trace;
	}

	private static Trace from(@Nullable String parent) {
		return (parent != null && VALID.matcher(parent).matches()) ? new Trace(parent) : begin();
	}

	private static Trace begin() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		char[] text = "00-????????????????????????????????-????????????????-01".toCharArray();
		write(random.nextLong() | 1, text, 3);
		write(random.nextLong(), text, 19);
		write(random.nextLong() | 1, text, 36);
		return new Trace(new String(text));
	}

	private static void write(long number, char[] text, int from) {
		for (int i = 0; i < 16; i++) {
			text[from + i] = HEXADECIMAL[(int) (number >>> (4 * (15 - i))) & 0xf];
		}
	}

	String id() {
		return this.parent.substring(3, 35);
	}

}
