package io.kehu.platform.test.description;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * The body of a request or an answer.
 *
 * @param type the media type without parameters, or null if there is no body
 * @param text the body, or nothing if it is too long to check
 */
record Body(@Nullable String type, String text) {

	/** No body. */
	static final Body NONE = new Body(null, "");

	private static final int MOST = 256 * 1024;

	/** Returns what a request sends. */
	static Body of(@Nullable String type, @Nullable BodyPublisher publisher) {
		if (publisher == null || publisher.contentLength() <= 0 || publisher.contentLength() > MOST) {
			return NONE;
		}
		SentBytes sent = new SentBytes();
		publisher.subscribe(sent);
		return new Body(withoutParameters(type), sent.text());
	}

	/** Returns what was received under these headers. */
	static Body of(Map<String, String> headers, byte[] received) {
		byte[] bytes = "gzip".equals(headers.get("Content-Encoding")) ? inflated(received) : received;
		String text = (bytes.length > MOST) ? "" : new String(bytes, StandardCharsets.UTF_8);
		return new Body(withoutParameters(headers.get("Content-Type")), text);
	}

	private static byte[] inflated(byte[] zipped) {
		if (zipped.length == 0) {
			return zipped;
		}
		try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable String withoutParameters(@Nullable String type) {
		return (type != null) ? type.replaceFirst(";.*", "").trim() : null;
	}

}
